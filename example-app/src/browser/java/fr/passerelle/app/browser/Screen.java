package fr.passerelle.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.picture.Photos;
import fr.passerelle.app.standin.StandIn;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.person.Person;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The demo, filled and served in this process, and Chromium to look at it. Used by one thread. */
final class Screen implements AutoCloseable {
    private static final Duration FILLED_WITHIN = Duration.ofMinutes(5);
    /** How long a page may take on a busy machine to show what it must show. */
    private static final double PATIENCE = Duration.ofMinutes(1).toMillis();

    /** Where a page shows what ONE made of a class's communication. */
    static final String ON_ONE = ".matrix td[data-ent^='ONE']";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path folder;
    private final WebApp.Served app;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<BrowserContext, String> people = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private Screen(Path folder, WebApp.Served app, Playwright playwright, Browser browser) {
        this.folder = folder;
        this.app = app;
        this.playwright = playwright;
        this.browser = browser;
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    static Screen open() {
        Path chromium = chromium();
        try {
            Path folder = Files.createTempDirectory("passerelle-pages");
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(ARGUMENTS));
            WebApp.Served app =
                    WebApp.start(new ServeRequest(0, true), List.of(), folder, InstantSource.system());
            await().atMost(FILLED_WITHIN)
                    .until(() -> !app.demo().isFilling());
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            return new Screen(folder, app, playwright, browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of something that waits for a person on an ENT of this name. */
    String hand(String platform) {
        return "/hands/"
                + app.town().passerelle().delivery().desk().waitingForPerson().stream()
                        .filter(item -> item.account().ent().equals(platform.toLowerCase(Locale.ROOT)))
                        .map(item -> item.item().toString())
                        .findFirst()
                        .orElseThrow();
    }

    private static Path chromium() {
        String given = System.getProperty("browser.executable", "");
        return given.isBlank()
                ? Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory, "chromium"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "No chromium is on the PATH: install it, or name a browser with"
                                        + " -Dbrowser.executable=…"))
                : Path.of(given);
    }

    /** A phone held upright, touched by fingers. */
    static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(360, 800).setHasTouch(true);
    }

    /** A window of a width. */
    static NewContextOptions wide(int width) {
        return new NewContextOptions().setViewportSize(width, 800);
    }

    /** Somebody who was never here before; the caller closes it. */
    BrowserContext visitor(NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options.setBaseURL(app.address()));
        visitor.setDefaultTimeout(PATIENCE);
        return visitor;
    }

    /** The names of all kinds of pages. */
    static List<String> pages() {
        return List.of(
                "home",
                "write",
                "write-files",
                "preview",
                "communication",
                "read",
                "hands",
                "hand",
                "accounts",
                "places",
                "place",
                "readiness",
                "referent",
                "import",
                "names",
                "class",
                "person",
                "worry",
                "me",
                "users",
                "user",
                "sign-in",
                "family",
                "told",
                "problem");
    }

    /** Goes to a page of a kind, by its name. */
    void show(Page page, String name) {
        as(page, name.equals("family") || name.equals("told") ? "parent" : "mairie");
        page.navigate(path(name));
        if (name.equals("write-files")) {
            choose(page, "Musée.jpg", "Programme.txt");
            page.locator("button[formaction='/write'][formnovalidate]:not([name])").click();
            page.waitForURL("**/write");
        }
        if (name.equals("import") || name.equals("names")) {
            PlanOnScreen.show(page, name.equals("names"));
        }
        if (name.equals("preview")) {
            page.locator("input[name=classes]").first().check();
            page.locator("input[name=title]").fill("Sortie au musée");
            page.locator("textarea").fill("Jeudi, section page = 3.\n- le pique-nique\n- un bonnet");
            page.locator("button[formaction$=preview]").click();
            page.waitForURL("**/write/preview");
        }
    }

    /** Becomes one of the demo's people, unless she is already. */
    void as(Page page, String who) {
        if (!Objects.equals(people.getOrDefault(page.context(), "mairie"), who)) {
            page.navigate("/me");
            page.locator("button[value='" + user(who) + "']").click();
            page.waitForURL(url -> !url.endsWith("/me") && !url.endsWith("/demo/enter"));
            people.put(page.context(), who);
        }
    }

    private String user(String who) {
        return app.town().users().ofLogin("demo." + who).orElseThrow().id().toString();
    }

    /** Chooses files in the field for them, by name: a photo of a phone, or a text. */
    static void choose(Page page, String... names) {
        page.locator("input[type=file]")
                .setInputFiles(Arrays.stream(names)
                        .map(name -> name.endsWith(".jpg")
                                ? new FilePayload(name, "image/jpeg", Photos.withExif(1200, 900, 6))
                                : new FilePayload(name, "text/plain", name.getBytes(StandardCharsets.UTF_8)))
                        .toArray(FilePayload[]::new));
    }

    /** The messages that lie on the stand-in under a subject. */
    List<JsonNode> messages(String subject) {
        return json(HttpRequest.newBuilder(sandbox("objects")).GET().build()).path("messages").valueStream()
                .filter(message -> message.path("subject").asString().equals(subject))
                .toList();
    }

    private String path(String page) {
        return switch (page) {
            case "home" -> "/";
            case "write", "write-files", "preview" -> "/write?place=" + school().id().value();
            case "communication" -> "/communications/" + communication();
            case "read" -> "/communications/" + communication() + "/read";
            case "hands" -> "/hands";
            case "hand" -> hand("ONE");
            case "places" -> "/places";
            case "place" -> "/places/" + school().id().value();
            case "readiness" -> "/places/" + school().id().value() + "/readiness";
            case "referent" -> "/places/" + school().id().value() + "/referent";
            case "import", "names" -> "/places/" + school().id().value() + "/import";
            case "class" -> "/classes/" + schoolClass();
            case "person" -> "/persons/" + pupil();
            case "accounts" -> "/accounts";
            case "files" -> "/files";
            case "worry" -> "/worry";
            case "me" -> "/me";
            case "users" -> "/users";
            case "user" -> "/users/" + user("mairie");
            case "sign-in" -> "/sign-in";
            case "family" -> "/family";
            case "told" -> "/family/" + communication();
            case "problem" -> "/communications/nowhere";
            default -> throw new IllegalArgumentException(page);
        };
    }

    private Place school() {
        return app.town().places().all().stream()
                .filter(place -> place.name().equals("Les Tournelles"))
                .findFirst()
                .orElseThrow();
    }

    private ClassId schoolClass() {
        return app.town().places().classNamed(school().id(), "CM2 B");
    }

    private String pupil() {
        ClassId here = schoolClass();
        return app.town().passerelle().states().under(Person.FEATURE, school().id().value()).stream()
                .filter(person -> person.classes().contains(here))
                .map(person -> String.valueOf(person.person()))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private String communication() {
        return app.town().passerelle().states().all(Communication.FEATURE).stream()
                .filter(found -> found.audience() != null
                        && found.audience().classes().contains(schoolClass()))
                .map(found -> String.valueOf(found.communication()))
                .findFirst()
                .orElseThrow();
    }

    /** Writes to a class of the school that is offered first, and publishes; ends on the publication's page. */
    void write(Page page, String title, String text) {
        page.navigate("/write");
        page.getByLabel("CM2 A").check();
        page.getByLabel("Titre").fill(title);
        page.getByLabel("Texte").fill(text);
        page.getByText("Publier", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/communications/*");
    }

    /** What lies on the stand-in under a title. */
    List<JsonNode> posts(String title) {
        return json(HttpRequest.newBuilder(sandbox("objects")).GET().build()).path("posts").valueStream()
                .filter(post -> post.path("title").asString().equals(title))
                .toList();
    }

    /** Publishes on ONE's stand-in, in a blog of her own, what a person has in her clipboard. */
    void pasteOnOne(String title, String html) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.put("title", title).put("content", html);
        String token = json(HttpRequest.newBuilder(one("/auth/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=passerelle"
                                + "&client_secret=bac-a-sable-secret&username=service.passerelle&password=bac-a-sable"
                                + "&scope=blog"))
                        .build())
                .path("access_token")
                .asString();
        String blog = onOne(token, "POST", "/blog", """
                        {"title": "CM2 B", "description": "", "thumbnail": "", "allowReplies": false,
                         "commentType": "NONE", "publishType": "IMMEDIATE"}""")
                .path("_id")
                .asString();
        String written = onOne(token, "POST", "/blog/post/" + blog, post.toString())
                .path("_id")
                .asString();
        onOne(token, "PUT", "/blog/post/publish/" + blog + "/" + written, "{}");
    }

    private JsonNode onOne(String token, String method, String path, String body) {
        return json(HttpRequest.newBuilder(one(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Lets the stand-in fail by a plan of faults, until the next call. */
    void faults(String rules) {
        JsonNode followed = json(HttpRequest.newBuilder(sandbox("faults"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"rules\": [" + rules + "]}"))
                .build());
        assertThat(followed.path("rules").isArray()).isTrue();
    }

    private URI sandbox(String what) {
        return one("/__sandbox/" + what);
    }

    private URI one(String path) {
        return URI.create(app.demo().ents().orElseThrow().address(StandIn.ONE) + path);
    }

    private JsonNode json(HttpRequest request) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it; a run whose pages left an error in the log has failed. */
    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        app.close();
        FileSystemUtils.deleteRecursively(folder);
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }
}
