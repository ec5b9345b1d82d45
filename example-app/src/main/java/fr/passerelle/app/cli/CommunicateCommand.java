package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.AttachedFiles;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes and publishes one communication, and tells where it stands everywhere. */
@Command(name = "communicate")
final class CommunicateCommand extends TownCommand {
    @Option(names = "--place", required = true, paramLabel = "ID")
    PlaceId place;

    @Option(names = "--as", paramLabel = "PERSON")
    @Nullable
    PersonId author;

    @Option(names = "--class", paramLabel = "NAME")
    List<String> classes = List.of();

    @Option(names = "--group", paramLabel = "NAME")
    List<String> groups = List.of();

    @Option(names = "--staff")
    boolean staff;

    @Option(names = "--title", required = true, paramLabel = "T")
    String title;

    @Option(names = "--body", required = true, paramLabel = "FILE")
    Path body;

    @Option(names = "--attach", paramLabel = "FILE")
    List<Path> files = List.of();

    @Option(names = "--at", paramLabel = "INSTANT")
    @Nullable
    Instant at;

    @Option(names = "--until", paramLabel = "INSTANT")
    @Nullable
    Instant until;

    @Option(names = "--kind", paramLabel = "news|blog|message|liaison")
    String kind = "blog";

    @Option(names = "--key", paramLabel = "K")
    @Nullable
    String key;

    @Option(names = "--wait", paramLabel = "60s")
    Duration wait = Duration.ofSeconds(60);

    @Override
    int run(Town town, Dialogue say) {
        CommunicationKind form = kind();
        String html = BodyFile.html(say.path(body), body);
        // From the key follows the communication's id, and from that every command's: a repeat goes on where it broke.
        CommunicationId id = key == null
                ? CommunicationId.random()
                : new CommunicationId(UUID.nameUUIDFromBytes(("communicate\n" + key).getBytes(StandardCharsets.UTF_8)));
        CommandId intention = new CommandId("communicate/" + id);
        Audience audience = audience(town);
        List<Attachment> attachments =
                files.stream().map(file -> attach(town, say, id, file)).toList();
        boolean repeated = town.send(
                intention.then("write"),
                new WriteCommunication(id, place, author, audience, form, title, html, attachments));
        Instant now = town.clock().instant();
        town.send(intention.then("publish"), new PublishCommunication(id, now, at == null ? now : at, until));
        if (repeated) {
            say.note("communicate.repeated");
        }
        try (Answer answer = say.answer()) {
            answer.fact("id", id.toString());
            return ItemPages.follow(town, say, answer, id, wait);
        }
    }

    private static Attachment attach(Town town, Dialogue say, CommunicationId id, Path file) {
        byte[] bytes = GivenFile.read(say.path(file), file, AttachedFiles.BYTES_EACH);
        return town.files().take(id, String.valueOf(file.getFileName()), bytes);
    }

    private Audience audience(Town town) {
        town.places().get(place);
        if (staff) {
            return Audience.staffOnly();
        }
        if (!groups.isEmpty()) {
            return Audience.ofGroups(groups.toArray(String[]::new));
        }
        return classes.isEmpty()
                ? Audience.wholePlace()
                : Audience.ofClasses(classes.stream()
                        .map(name -> town.places().classNamed(place, name))
                        .toArray(ClassId[]::new));
    }

    private CommunicationKind kind() {
        return Arrays.stream(CommunicationKind.values())
                .filter(known -> word(known).equals(kind.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        AppReason.KIND_NOT_YET,
                        Map.of(
                                "kind",
                                kind,
                                "known",
                                Arrays.stream(CommunicationKind.values())
                                        .map(CommunicateCommand::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(CommunicationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
