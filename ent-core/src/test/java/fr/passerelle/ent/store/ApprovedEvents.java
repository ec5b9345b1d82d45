package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.privacy.MemoryKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored events are a public contract: the JSON of every revision that was ever released lies approved beside this test,
 * must be written the same today and must still be read.
 *
 * <p>A missing file is written and the test fails: look at it, then commit it. A sealed value's random parts are replaced.
 */
public abstract class ApprovedEvents {
    private static final Path APPROVED = Path.of("src/test/resources/stored-events");

    private final List<Event> examples;
    private final List<Feature<?, ?, ?>> all;
    private final EventCodec codec;
    private final JsonMapper pretty =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param examples one of each event of these features */
    protected ApprovedEvents(List<Feature<?, ?, ?>> features, List<? extends Event> examples) {
        this.all = features;
        this.examples = List.copyOf(examples);
        this.codec = new EventCodec(new Features(features), List.of(), MemoryKeys.vault());
    }

    @Test
    void every_event_has_an_example() {
        assertThat(examples.stream().map(Event::getClass).collect(Collectors.toSet()))
                .isEqualTo(all.stream()
                        .flatMap(feature -> feature.events().keySet().stream())
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> today_s_events_are_written_as_approved() {
        return examples.stream()
                .map(event -> DynamicTest.dynamicTest(file(typeOf(event)), () -> {
                    Path approved = APPROVED.resolve(file(typeOf(event)));
                    String today =
                            pretty.writeValueAsString(pretty.readTree(comparable(codec.write(streamOf(event), event))))
                                    + "\n";
                    if (!Files.exists(approved)) {
                        Files.createDirectories(APPROVED);
                        Files.writeString(approved, today);
                        throw new AssertionError("Look at " + approved + " and commit it.");
                    }
                    assertThat(today).isEqualTo(Files.readString(approved));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatever_was_approved_is_read() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(APPROVED)) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(examples.size());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String name = file.getFileName().toString().replace(".json", "");
                    int dash = name.lastIndexOf('-');
                    EventType type = new EventType(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
                    EventRow row = EventRow.of(
                            1, "any/1", 0, type, Instant.EPOCH, Files.readAllBytes(file), new byte[0], new byte[32]);
                    Event read = codec.read(row).event();
                    assertThat(pretty.readTree(comparable(codec.write("any/1", read))))
                            .as("read and written again")
                            .isEqualTo(pretty.readTree(Files.readString(file)));
                }));
    }

    private EventType typeOf(Event event) {
        return new Features(all).typeOf(event);
    }

    private String streamOf(Event event) {
        return typeOf(event).name().replaceAll("\\..*", "") + "/example";
    }

    private static String file(EventType type) {
        return type.name() + "-" + type.revision() + ".json";
    }

    private static String comparable(byte[] json) {
        return new String(json, StandardCharsets.UTF_8)
                .replaceAll("\"(valueId|iv|ciphertext)\":\"[^\"]*\"", "\"$1\":\"…\"");
    }
}
