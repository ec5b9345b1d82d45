package fr.passerelle.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The documentation of the API for machines (OpenAPI 3.1), for everybody: it tells nothing of the town. */
@RestController
class OpenApi {
    static final String PATH = "/v3/api-docs";

    private static final int MOST_ALIASES = 500;

    private final JsonMapper mapper;

    OpenApi(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @ForEverybody
    String document() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try (InputStream yaml = Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.yaml"))) {
            Object document = new Yaml(new SafeConstructor(options)).load(yaml);
            return mapper.writeValueAsString(document);
        }
    }
}
