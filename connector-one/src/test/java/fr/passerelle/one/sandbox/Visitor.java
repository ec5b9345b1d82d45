package fr.passerelle.one.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with a browser on the stand-in's pages, who signs in where she is asked to. */
public final class Visitor {
    private static final Pattern CALLBACK = Pattern.compile("name=\"callBack\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager())
            .build();
    private final String login;
    private final String password;

    public Visitor(String login, String password) {
        this.login = login;
        this.password = password;
    }

    /** Opens the page on which she agrees that an application acts for her; where she is sent back to. */
    public URI agreesOn(URI page) {
        HttpResponse<String> first = send(HttpRequest.newBuilder(page));
        URI to = location(first);
        return to.getPath().equals("/auth/login") ? location(send(HttpRequest.newBuilder(signIn(to)))) : to;
    }

    /** Where the login page sends her. */
    private URI signIn(URI loginPage) {
        Matcher callback =
                CALLBACK.matcher(send(HttpRequest.newBuilder(loginPage)).body());
        if (!callback.find()) {
            throw new IllegalStateException("The login page does not say where to go afterwards.");
        }
        String form = "email=" + encode(login) + "&password=" + encode(password) + "&callBack="
                + encode(callback.group(1).replace("&amp;", "&"));
        return location(send(HttpRequest.newBuilder(loginPage.resolve("/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("location")
                .orElseThrow(() -> new IllegalStateException("No redirection, but " + response.statusCode() + ".")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
