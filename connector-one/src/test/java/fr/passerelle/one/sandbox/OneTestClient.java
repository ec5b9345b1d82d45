package fr.passerelle.one.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of ONE as somebody writes one who has never seen ours: plain HTTP, and every answer as it comes. */
public final class OneTestClient {
    public static final String WORDS =
            "userinfo auth directory blog conversation actualites audience timeline workspace";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private String authorization = "";

    public OneTestClient(URI base) {
        this.base = base;
    }

    /** Asks as the holder of a token from now on, or as nobody with an empty one. */
    public OneTestClient with(String token) {
        authorization = token.isEmpty() ? "" : "Bearer " + token;
        return this;
    }

    /** Signs in by password for every application. */
    public OneTestClient as(String login) {
        return with(tokenFor(login, WORDS));
    }

    public String tokenFor(String login, String scope) {
        return json(grant("grant_type=password&client_id=passerelle&client_secret=bac-a-sable-secret&username=" + login
                        + "&password=bac-a-sable&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)))
                .path("access_token")
                .asString();
    }

    /** Asks the token end point. */
    public HttpResponse<String> grant(String form, String... headers) {
        HttpRequest.Builder request = to("/auth/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request, headers);
    }

    /** The session's cookie and the proof for writes, after a sign-in on the web page. */
    public List<String> cookies(String login) {
        HttpResponse<String> answer = send(to("/auth/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=" + login + "&password=bac-a-sable")));
        List<String> cookies = answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        return cookies.isEmpty()
                ? cookies
                : List.of(cookies.get(0), cookies.get(2).substring("XSRF-TOKEN=".length()));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    public HttpResponse<String> ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = to(path).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request, headers);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    public static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The {@code error} of a refusal. */
    public static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asString();
    }
}
