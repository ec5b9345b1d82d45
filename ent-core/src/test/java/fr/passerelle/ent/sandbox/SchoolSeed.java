package fr.passerelle.ent.sandbox;

import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.intake.sample.SampleSchool.SampleClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A school that lies on a stand-in when it starts. */
public record SchoolSeed(String uai, String name, List<String> classes) {
    public SchoolSeed {
        classes = List.copyOf(classes);
    }

    /** The three pilot schools with the classes of {@code sample onde}. */
    public static List<SchoolSeed> pilot() {
        return SampleSchool.ALL.stream()
                .map(school -> new SchoolSeed(
                        school.school().value(),
                        school.name(),
                        school.classes().stream().map(SampleClass::name).toList()))
                .toList();
    }

    /**
     * Reads {@code {"schools": [{"uai": …, "name": …, "classes": […]}]}}.
     *
     * @throws IllegalArgumentException with a sentence, if the file holds no seed
     */
    public static List<SchoolSeed> read(Path file) throws IOException {
        JsonNode schools =
                JsonMapper.builder().build().readTree(Files.readString(file)).path("schools");
        if (!schools.isArray() || schools.isEmpty()) {
            throw new IllegalArgumentException("A seed has a list of schools, each with uai, name and classes.");
        }
        return schools.valueStream()
                .map(school -> new SchoolSeed(
                        school.path("uai").asString(),
                        school.path("name").asString(),
                        school.path("classes")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }
}
