package fr.passerelle.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.app.FurnishedApp;
import fr.passerelle.app.user.Role;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documentation of the API says what the handlers do: nothing is missing, nothing is too much, and answers keep to it. */
class OpenApiTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static FurnishedApp app;
    private static JsonNode document;
    private static Map<String, HandlerMethod> handlers;

    @BeforeAll
    static void serve() throws Exception {
        app = new FurnishedApp(folder);
        document = MAPPER.readTree(app.stranger(OpenApi.PATH));
        handlers = new TreeMap<>();
        app.pages()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(ApiController.PREFIX))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(method + " " + path, handler))));
    }

    @AfterAll
    static void close() {
        app.close();
    }

    /** An operation with the parameters of its path. */
    private record Operation(JsonNode itself, List<JsonNode> parameters) {
        private static Operation of(String name) {
            String[] parts = name.split(" ", 2);
            JsonNode path = document.path("paths").path(parts[1]);
            JsonNode operation = path.path(parts[0].toLowerCase(java.util.Locale.ROOT));
            return new Operation(
                    operation,
                    Stream.concat(
                                    path.path("parameters").valueStream(),
                                    operation.path("parameters").valueStream())
                            .map(OpenApiTest::meant)
                            .toList());
        }
    }

    private static JsonNode meant(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    @Test
    void it_is_of_every_handler_and_of_nothing_else() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        Set<String> told = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> told.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(handlers).hasSizeGreaterThan(11);
        assertThat(told).isEqualTo(handlers.keySet());
        assertThat(document.toString()).doesNotContain("/internal");
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void every_operation_names_its_parameters_and_what_may_come_of_it() {
        assertThat(document.path("security").path(0).has("token")).isTrue();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        handlers.forEach((name, handler) -> {
            Operation told = Operation.of(name);
            assertThat(told.itself().path("summary").asString()).as(name).isNotBlank();
            assertThat(told.itself().path("operationId").asString())
                    .isEqualTo(handler.getMethod().getName());
            assertThat(told.parameters().stream()
                            .map(parameter -> parameter.path("in").asString() + " "
                                    + parameter.path("name").asString())
                            .filter(parameter -> !parameter.equals("header If-None-Match")))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(asked(handler));
            assertThat(told.parameters())
                    .allMatch(parameter ->
                            !parameter.path("description").asString().isBlank());
            Set<String> answers = Set.copyOf(told.itself().path("responses").propertyNames());
            assertThat(answers).as(name).contains("401", "403");
            assertThat(answers.contains("404")).as(name).isEqualTo(name.contains("{"));
            assertThat(answers.contains("415")).as(name).isEqualTo(told.itself().has("requestBody"));
            assertThat(answers.contains("304"))
                    .as(name)
                    .isEqualTo(told.parameters().stream()
                            .anyMatch(parameter ->
                                    parameter.path("name").asString().equals("If-None-Match")));
        });
    }

    private static List<String> asked(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .flatMap(OpenApiTest::asked)
                .toList();
    }

    private static Stream<String> asked(Parameter parameter) {
        if (parameter.getType() == ListPart.class) {
            return Arrays.stream(ListPart.class.getRecordComponents()).map(part -> "query " + part.getName());
        }
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.of(
                    "path " + parameter.getAnnotation(PathVariable.class).value());
        }
        if (parameter.isAnnotationPresent(RequestHeader.class)) {
            return Stream.of(
                    "header " + parameter.getAnnotation(RequestHeader.class).name());
        }
        return parameter.isAnnotationPresent(RequestParam.class)
                ? Stream.of("query " + parameter.getName())
                : Stream.empty();
    }

    @Test
    void every_field_of_what_goes_in_and_out_is_described() {
        Map<Class<?>, Boolean> records = new java.util.LinkedHashMap<>();
        handlers.forEach((name, handler) -> {
            JsonNode operation = Operation.of(name).itself();
            Class<?> out = inner(handler.getMethod().getGenericReturnType());
            assertThat(operation.path("responses").findValuesAsString("$ref"))
                    .as(name)
                    .contains(schema(out));
            records.put(out, true);
            Arrays.stream(handler.getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .forEach(parameter -> {
                        assertThat(operation.path("requestBody").findValuesAsString("$ref"))
                                .contains(schema(parameter.getType()));
                        records.put(parameter.getType(), false);
                    });
        });
        records.put(ApiWriting.AudienceJson.class, false);
        assertThat(records).hasSizeGreaterThan(9);
        records.forEach((record, isAnswer) -> {
            JsonNode told = document.at(schema(record).substring(1));
            List<RecordComponent> fields = List.of(record.getRecordComponents());
            assertThat(told.path("properties").propertyNames())
                    .as(record.getSimpleName())
                    .containsExactlyElementsOf(
                            fields.stream().map(RecordComponent::getName).toList());
            assertThat(told.path("description").asString()).isNotBlank();
            fields.forEach(
                    field -> described(record, field, told.path("properties").path(field.getName())));
            if (isAnswer) {
                assertThat(told.path("required").valueStream().map(JsonNode::asString))
                        .as(record.getSimpleName())
                        .containsExactlyElementsOf(
                                fields.stream().map(RecordComponent::getName).toList());
            }
        });
    }

    private static void described(Class<?> record, RecordComponent field, JsonNode told) {
        String name = record.getSimpleName() + "." + field.getName();
        assertThat(told.path("description").asString()).as(name).isNotBlank();
        JsonNode itself = told.has("$ref") ? meant(told) : told;
        boolean mayBeNull = field.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
        boolean toldSo = itself.path("type").isArray();
        assertThat(!toldSo || mayBeNull).as(name + " is never null").isTrue();
        if (field.getType().isEnum()) {
            assertThat(itself.path("enum").valueStream().map(JsonNode::asString))
                    .as(name)
                    .isSubsetOf(Arrays.stream(field.getType().getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
    }

    /** What a list or an answer is of. */
    private static Class<?> inner(Type type) {
        if (type instanceof ParameterizedType generic) {
            assertThat(generic.getRawType()).isIn(ResponseEntity.class, List.class);
            return inner(generic.getActualTypeArguments()[0]);
        }
        return type == SseEmitter.class ? LiveEvents.ItemChange.class : (Class<?>) type;
    }

    private static String schema(Class<?> record) {
        return "#/components/schemas/" + record.getSimpleName();
    }

    @Test
    void what_a_furnished_town_answers_keeps_to_it() throws Exception {
        String published = app.publishes();
        String person = String.valueOf(app.town()
                .passerelle()
                .states()
                .under(Person.FEATURE, FurnishedApp.SCHOOL)
                .get(0)
                .person());
        Map<String, String> pages = handlers.keySet().stream()
                .filter(name -> name.startsWith("GET ") && !name.endsWith("/events"))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> name.substring("GET ".length())
                                .replace("{communication}", published)
                                .replace("{place}", FurnishedApp.SCHOOL)
                                .replace("{person}", person)));
        assertThat(pages).hasSizeGreaterThan(7);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            JsonNode schema =
                    Operation.of(page.getKey()).itself().at("/responses/200/content/application~1json/schema");
            String answer = app.asks(Role.TOWN, page.getValue());
            assertThat(answer).as(page.getKey()).hasSizeGreaterThan(4);
            assertThat(errors(schema, answer)).as(page.getKey()).isEmpty();
        }
        JsonNode problem = document.at("/components/responses/NotThere/content/application~1problem+json/schema");
        assertThat(errors(problem, app.asks(Role.TOWN, "/api/v1/communications/x")))
                .isEmpty();
        // A check that cannot fail is none.
        assertThat(errors(problem, "{\"title\":\"x\",\"status\":404,\"detail\":\"x\"}"))
                .isNotEmpty();
        assertThat(PlaceId.parse(FurnishedApp.SCHOOL)).isNotNull();
    }

    private static List<?> errors(JsonNode schema, String answer) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
        return validator.validate(
                answer,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
