package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.web.WebApp;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
import java.util.stream.Collectors;

/** Somebody's browser, without its screen: cookies, forms with their word against forgery, no redirects. */
final class Guest {
    static final String PASSWORD = "un pont de bois sur l'eau";

    private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Guest(String address) {
        this.address = address;
    }

    /** Somebody from the town: by the link of the first start, or by the password that was chosen then. */
    static Guest town(WebApp.Served app) throws IOException, InterruptedException {
        Guest guest = new Guest(app.address());
        boolean first = app.welcome().isPresent()
                && guest.get(URI.create(app.welcome().get())).statusCode() == 200;
        return first ? guest.comesIn(app.welcome().get()) : guest.signsIn("mairie", PASSWORD);
    }

    /** Chooses {@link #PASSWORD} by a link. */
    Guest comesIn(String link) throws IOException, InterruptedException {
        String path = URI.create(link).getPath();
        assertThat(post(path, path, "password=" + encoded(PASSWORD)).statusCode())
                .as("she comes in")
                .isEqualTo(302);
        return this;
    }

    Guest signsIn(String login, String password) throws IOException, InterruptedException {
        assertThat(triesToSignIn(login, password).statusCode())
                .as("she signs in")
                .isEqualTo(302);
        return this;
    }

    HttpResponse<String> triesToSignIn(String login, String password) throws IOException, InterruptedException {
        return post("/sign-in", "/sign-in", "login=" + encoded(login) + "&password=" + encoded(password));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(address + path));
    }

    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    /** A page that must be there. */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** Sends a form as the page to write on would. */
    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return post("/me", path, form);
    }

    /** Sends a form of another page. */
    HttpResponse<String> post(String from, String path, String form) throws IOException, InterruptedException {
        return postBare(path, "_csrf=" + encoded(word(from)) + "&" + form);
    }

    /** Sends a form with files. */
    HttpResponse<String> post(String path, FormParts form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", FormParts.contentType())
                        .POST(BodyPublishers.ofByteArray(
                                form.field("_csrf", word("/me")).bytes()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The word against forgery that stands on a page. */
    private String word(String from) throws IOException, InterruptedException {
        Matcher word = WORD.matcher(get(from).body());
        assertThat(word.find()).as("a form on " + from).isTrue();
        return word.group(1);
    }

    /** Sends a form with files. */
    HttpResponse<String> upload(String path, FormWithFiles form) throws IOException, InterruptedException {
        Matcher word = WORD.matcher(get("/me").body());
        assertThat(word.find()).as("a form on /me").isTrue();
        return http.send(
                form.field("_csrf", word.group(1))
                        .to(HttpRequest.newBuilder(URI.create(address + path)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form as a page elsewhere would. */
    HttpResponse<String> postBare(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What she sends requests by, for what no form of ours sends. */
    HttpClient http() {
        return http;
    }

    /** Her cookies, as a request's header carries them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
