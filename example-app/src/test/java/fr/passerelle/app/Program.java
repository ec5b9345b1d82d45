package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.Users;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.model.PlaceId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A town's own system that speaks with the API.
 *
 * @param token of the user for whom it acts, or empty for a stranger's
 */
record Program(String address, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Acts for a new user. */
    static Program of(WebApp.Served app, String login, Role role, PlaceId... places) {
        Users users = app.town().users();
        return new Program(
                app.address(), users.token(null, users.add(null, login, login, role, List.of(places), null)));
    }

    static Program stranger(WebApp.Served app) {
        return new Program(app.address(), "");
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    /** What must be there, as JSON. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json, all);
    }

    HttpResponse<String> send(
            String method, String path, @org.jspecify.annotations.Nullable String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode read(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    @Override
    public String toString() {
        return "Program[" + address + "]";
    }
}
