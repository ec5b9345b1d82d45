package fr.passerelle.one.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One sandbox with the people of the captures, asked as they asked, and what was bound so far. */
final class ContractTestStage implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SCHOOL = "0610001A";
    private static final String PASSWORD = "Passw0rd!";
    private static final String[] WORDS = {
        "userinfo",
        "auth",
        "infra",
        "directory",
        "timeline",
        "workspace",
        "conversation",
        "communication",
        "blog",
        "portal",
        "actualites",
        "audience"
    };
    private static final Pattern LOGIN = Pattern.compile("[a-z]+\\.[a-z]+");
    private static final Pattern SCOPE = Pattern.compile("\\(scope ([a-z ]+?)(?: only)?\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    /** Long enough for every answer that comes; the real server was given twenty seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final OneSandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> bound = new HashMap<>();

    private ContractTestStage(Seed seed, InstantSource clock) {
        sandbox = OneSandbox.start(0, seed, clock);
        World same = seed.build(clock);
        bound.put("structure", World.uuid("school " + SCHOOL));
        same.classes.values().forEach(room -> bound.put("class " + room.name(), room.id()));
        same.groups.values().forEach(group -> bound.put("group " + group.name(), group.id()));
        same.users.values().forEach(user -> bound.put("user " + user.login, user.id));
    }

    static ContractTestStage withTransformer(InstantSource clock) {
        return new ContractTestStage(seed(), clock);
    }

    static ContractTestStage withoutTransformer() {
        return new ContractTestStage(seed().withoutTransformer(), InstantSource.system());
    }

    /** The applications that were declared had what the stories ask of them. */
    private static Seed seed() {
        return Seed.empty()
                .school(SCHOOL, "École Jules Ferry", "CE1 A", "CM2 B")
                .application("connector-pw", "s3cret-connector-pw", WORDS)
                .ownApplication("connector-cc", "s3cret-connector-cc")
                .person(
                        "tom.mate",
                        PASSWORD,
                        "Tom",
                        "Mate",
                        "Personnel",
                        at -> at.administers(SCHOOL).blogs())
                .person(
                        "claire.martin",
                        PASSWORD,
                        "Claire",
                        "MARTIN",
                        "Teacher",
                        at -> at.inClass(SCHOOL, "CE1 A")
                                .administers(SCHOOL)
                                .blogs()
                                .news()
                                .documents())
                .person(
                        "paul.dubois",
                        PASSWORD,
                        "Paul",
                        "DUBOIS",
                        "Teacher",
                        at -> at.inClass(SCHOOL, "CM2 B").blogs().news())
                .person(
                        "alain.nouveau",
                        PASSWORD,
                        "Alain",
                        "NOUVEAU",
                        "Teacher",
                        at -> at.inClass(SCHOOL, "CE1 A").news())
                .person(
                        "lea.petit",
                        PASSWORD,
                        "Léa",
                        "PETIT",
                        "Student",
                        at -> at.inClass(SCHOOL, "CE1 A").documents())
                .person(
                        "hugo.moreau",
                        PASSWORD,
                        "Hugo",
                        "MOREAU",
                        "Student",
                        at -> at.inClass(SCHOOL, "CE1 A").readsNews())
                .person(
                        "ines.garnier",
                        PASSWORD,
                        "Inès",
                        "GARNIER",
                        "Student",
                        at -> at.inClass(SCHOOL, "CM2 B").readsNews())
                .person(
                        "sophie.petit",
                        PASSWORD,
                        "Sophie",
                        "PETIT",
                        "Relative",
                        at -> at.inClass(SCHOOL, "CE1 A").readsNews())
                .person("karim.moreau", PASSWORD, "Karim", "MOREAU", "Relative", at -> at.inClass(SCHOOL, "CE1 A"));
    }

    /** Asks, and binds what the story names; empty when no answer came. */
    Optional<HttpResponse<String>> answer(JsonNode story) {
        String as = story.path("as").asString();
        if (as.equals("blocked user")) {
            sandbox.people().block("hugo.moreau", true);
        }
        sandbox.advance(Duration.ofSeconds(story.path("advanceSeconds").asLong(0)));
        String body = text(story, "body");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + filled(story.path("path").asString())))
                .method(
                        story.path("method").asString(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body)));
        for (String[] header :
                new String[][] {{"Accept", "accept"}, {"Content-Type", "requestType"}, {"Range", "range"}}) {
            String value = text(story, header[1]);
            if (value != null) {
                request.header(header[0], value);
            }
        }
        identify(request, as, story);
        Optional<HttpResponse<String>> answer =
                send(request, story.path("status").asInt(200) == 0);
        answer.ifPresent(one -> bind(story, one.body()));
        return answer;
    }

    private void bind(JsonNode story, String body) {
        String binds = text(story, "binds");
        if (binds != null) {
            JsonNode made = MAPPER.readTree(body);
            bound.put(binds, made.path(made.has("_id") ? "_id" : "id").asString());
            if (binds.equals("post 5")) {
                sandbox.people().agreeTo(bound.getOrDefault(binds, ""));
            }
        }
        if (body.contains("refresh_token")) {
            bound.put("refresh", MAPPER.readTree(body).path("refresh_token").asString());
        }
    }

    private void identify(HttpRequest.Builder request, String as, JsonNode story) {
        Matcher found = LOGIN.matcher(as);
        String login = found.find() ? found.group() : "";
        boolean publicRoute = Stream.of("/auth/oauth2/token", "/auth/login")
                .anyMatch(story.path("path").asString()::equals);
        if (publicRoute) {
            return;
        }
        if (as.equals("bad token")) {
            request.header("Authorization", "Bearer 0000");
        } else if (as.equals("client_credentials")) {
            String own = "grant_type=client_credentials&client_id=connector-cc&client_secret=s3cret-connector-cc";
            request.header("Authorization", "Bearer " + granted(own + "&scope=directory"));
        } else if (as.startsWith("Bearer") || as.startsWith("OAuth2")) {
            request.header("Authorization", "Bearer " + token(login.isEmpty() ? "paul.dubois" : login, as));
        } else if (!login.isEmpty()) {
            List<String> cookies = cookies(login);
            if (as.startsWith("signed out")) {
                send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/auth/logout"))
                        .header("Cookie", String.join("; ", cookies)));
            }
            request.header("Cookie", String.join("; ", cookies));
            if (!story.has("unproven")) {
                request.header("X-XSRF-TOKEN", cookies.get(2).substring("XSRF-TOKEN=".length()));
            }
        }
    }

    private String token(String login, String as) {
        Matcher asked = SCOPE.matcher(as);
        String scope = as.contains("without scope")
                ? ""
                : "&scope=" + encode(asked.find() ? asked.group(1) : "userinfo auth directory blog");
        String form = "grant_type=password&username=" + login + "&password=" + encode(PASSWORD)
                + "&client_id=connector-pw&client_secret=s3cret-connector-pw" + scope;
        return granted(form);
    }

    private String granted(String form) {
        return MAPPER.readTree(send(form("/auth/oauth2/token", form)).body())
                .path("access_token")
                .asString();
    }

    /** As a browser does: the session, and last the proof that a write comes from its own pages. */
    private List<String> cookies(String login) {
        HttpResponse<String> answer = send(form("/auth/login", "email=" + login + "&password=" + encode(PASSWORD)));
        return answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
    }

    private HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, false).orElseThrow();
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request, boolean perhapsNever) {
        try {
            return Optional.of(
                    client.send((perhapsNever ? request.timeout(PATIENCE) : request).build(), BodyHandlers.ofString()));
        } catch (HttpTimeoutException never) {
            return Optional.empty();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private String filled(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        Objects.requireNonNull(bound.get(variable.group(1)), variable.group(1) + " is not bound yet")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static @Nullable String text(JsonNode story, String name) {
        return story.has(name) ? story.path(name).asString() : null;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
