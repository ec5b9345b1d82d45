package fr.passerelle.lilie.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.lilie.sandbox.LilieObjects.ActivityView;
import fr.passerelle.lilie.sandbox.LilieObjects.EvaluationView;
import fr.passerelle.lilie.sandbox.LilieObjects.NotificationView;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The nine calls as a client that nobody here wrote would make them. */
class LilieSandboxTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String TEXTES = "/eliot-textes-3.2.0/echanges/v2";
    private static final String NOTES = "/eliot-notes-3.2.0/echanges/v2";
    private static final String SCOLARITE = "/eliot-scolarite-3.2.0/echanges/v2";
    private static final String BARE =
            Base64.getEncoder().encodeToString("passerelle:bac-a-sable".getBytes(StandardCharsets.UTF_8));

    private final LilieSandbox sandbox = LilieSandbox.start(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private String authorization = BARE;

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.baseUrl().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json("GET", path, "");
    }

    /** The number of a class of the first school. */
    private long structure() throws IOException, InterruptedException {
        return get(SCOLARITE + "/groupes/paginable?type=SCOLARITE&etablissementId=1&motCle=CM2%20B")
                .path("groupes")
                .path(0)
                .path("id")
                .asLong();
    }

    private static String notification(String fields) {
        return "{\"etablissementIdExterne\":\"80001\",\"demandeurIdExterne\":\"900000\",\"titre\":\"Sortie\","
                + "\"message\":\"Jeudi. réf. 7K3F-9Q2M-XW4T\"," + fields + "}";
    }

    @ParameterizedTest
    @CsvSource({"'', without Basic", "'Basic ', with Basic", "'basic ', with Basic"})
    void a_notification_is_taken_and_how_the_password_came_is_seen(String word, String seen) throws Exception {
        authorization = word + BARE;
        JsonNode answer = json(
                "POST",
                SCOLARITE + "/notifications",
                notification("\"destinatairesIdExterne\":[\"901101\",\"901102\"],\"supports\":[\"EMAIL\",\"SMS\"]"));

        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(sandbox.objects().notifications()).singleElement().satisfies(one -> {
            assertThat(one.authorization()).isEqualTo(seen);
            assertThat(one.classes()).containsExactly("0771369V CM2 B");
            assertThat(one.recipients()).isEqualTo(2);
            assertThat(one.supports()).containsExactly("EMAIL", "SMS");
            assertThat(one.reference()).isEqualTo("7K3F-9Q2M-XW4T");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"destinatairesIdExterne\":[],\"supports\":[\"EMAIL\"]",
                "\"destinatairesIdExterne\":[\"901101\",\"000000\"],\"supports\":[\"EMAIL\"]",
                "\"destinatairesIdExterne\":[\"901101\"],\"supports\":[]",
                "\"destinatairesIdExterne\":[\"901101\"],\"supports\":[\"FAX\"]"
            })
    void a_notification_that_lacks_something_is_answered_without_success(String fields) throws Exception {
        JsonNode answer = json("POST", SCOLARITE + "/notifications", notification(fields));
        assertThat(answer.path("success").asBoolean(true)).isFalse();
        assertThat(answer.path("message").asString("")).isNotEmpty();
        assertThat(sandbox.objects().notifications()).isEmpty();
    }

    @Test
    void lesson_books_are_listed_read_and_added_to() throws Exception {
        JsonNode page = get(TEXTES + "/cahiers-service?structureEnseignementId=" + structure()
                + "&utilisateurPersonneId=1&codePorteur=CRIF");
        assertThat(page.path("kind").asString()).isEqualTo("PaginatedList");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        JsonNode cahier = page.path("items").path(0);
        assertThat(cahier.path("dateCreation").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

        String path = TEXTES + "/cahiers/" + cahier.path("id").asLong();
        JsonNode chapitre = get(path + "/chapitres").path("racine").path(0);
        assertThat(chapitre.path("chapitres-fils").path(0).path("nom").asString())
                .isEqualTo("Lecture");

        JsonNode made = json("POST", path + "/activites-interactives", """
                {"kind": "eliot-textes#activite-interactive#insert", "titre": "Lire", "chapitre-parent-id": %d,
                 "date-debut": "2026-11-30T08:00:00Z", "date-fin": "2026-11-30T09:00:00Z", "contexte-activite": "MAI",
                 "description": "", "ressource-interactive-url": "https://exemple.fr/1"}""".formatted(
                        chapitre.path("id").asLong()));
        assertThat(made.path("kind").asString()).isEqualTo("eliot-textes#activite#id");
        assertThat(sandbox.objects().activities())
                .containsExactly(new ActivityView(
                        made.path("id").asLong(), "0771369V CM2 B", "Lire", "MAI", "https://exemple.fr/1"));
    }

    @Test
    void tests_are_made_and_marked() throws Exception {
        JsonNode context = get(NOTES + "/evaluation-contextes.json?structureEnseignementId=" + structure()
                        + "&date=2026-11-27T08:00:00Z&enseignantPersonneId=1")
                .path(0);
        assertThat(context.path("kind").asString()).isEqualTo("eliot-notes#evaluation-contextes#standard");
        // With the comma that Eliot's own client leaves there.
        JsonNode made = json(
                "POST", NOTES + "/evaluations", """
                {"kind": "eliot-notes#evaluation#insert", "titre": "Dictée", "date": "2026-11-27T08:00:00Z",
                 "note-max": 20, "evaluation-contexte-id": "%d",
                }""".formatted(context.path("id").asLong()));
        long id = made.path("id").asLong();
        json("PUT", NOTES + "/evaluations/" + id + "/notes.json", """
                {"kind": "eliot-notes#evaluation-notes#standard", "notes": [{"eleve-personne-id": 7, "valeur": "15"}]}""");
        assertThat(sandbox.objects().evaluations())
                .containsExactly(new EvaluationView(id, "0771369V CM2 B", "Dictée", Map.of(7L, "15")));
    }

    @Test
    void groups_are_paged_and_searched() throws Exception {
        JsonNode page = get(SCOLARITE + "/groupes/paginable?type=SCOLARITE&etablissementId=1&offset=8&max=5");
        assertThat(page.path("kind").asString()).isEqualTo("eliot-scolarite#groupes#paginable");
        assertThat(page.path("nombre-total").asInt()).isEqualTo(10);
        assertThat(page.path("groupes")
                        .valueStream()
                        .map(one -> one.path("nom-affichage").asString()))
                .containsExactly("CM2 A", "CM2 B");
        assertThat(get(SCOLARITE + "/groupes/paginable?type=ENT&etablissementId=1")
                        .path("nombre-total")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void functions_are_those_of_a_school_that_is_there() throws Exception {
        assertThat(get(SCOLARITE + "/wsprofilsetab?etablissementId=1")
                        .valueStream()
                        .map(one -> one.path("code").asString()))
                .contains("ENS", "ELEVE");
        assertThat(get(SCOLARITE + "/wsprofilsetab?etablissementId=77")
                        .path("erreur")
                        .asString())
                .isEqualTo("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic x", "cGFzc2VyZWxsZTpmYXV4"})
    void whoever_has_another_password_is_not_let_in(String header) throws Exception {
        authorization = header;
        assertThat(send("GET", SCOLARITE + "/wsprofilsetab?etablissementId=1", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void another_project_a_wrong_body_and_an_unknown_path_are_refused() throws Exception {
        assertThat(send("GET", SCOLARITE + "/wsprofilsetab?etablissementId=1&codePorteur=AUTRE", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", NOTES + "/evaluations", "{").statusCode()).isEqualTo(400);
        assertThat(send("POST", NOTES + "/evaluations", "{\"kind\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", SCOLARITE + "/absences", "").statusCode()).isEqualTo(404);
    }

    @Test
    void it_says_what_it_is_and_forgets_on_demand() throws Exception {
        assertThat(send("GET", "/", "").body()).contains("Ceci n'est pas Lilie", "jamais d'après celui d'un serveur");
        json(
                "POST",
                SCOLARITE + "/notifications",
                notification("\"destinatairesIdExterne\":[\"901101\"],\"supports\":[\"EMAIL\"]"));
        sandbox.reset();
        assertThat(sandbox.objects().notifications()).isEqualTo(List.<NotificationView>of());
        assertThat(sandbox.logins()).hasSize(3);
        assertThatThrownBy(() -> sandbox.operator("entcore")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_an_operator_fills_in_stands_on_one_line_each() {
        assertThat(sandbox.operator("eliot-2015").credentials().values()).noneMatch(value -> value.contains("\n"));
        assertThat(sandbox.operator("eliot-2015").credentials().get("recipients"))
                .startsWith("0771369V;PS A;901011,901012,901013|0771369V;MS A;");
    }
}
