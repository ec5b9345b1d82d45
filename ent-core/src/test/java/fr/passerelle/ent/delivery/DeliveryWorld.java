package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.availability.Availability;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.delivery.PaperEnt.Post;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.InMemoryStreams;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.SessionMemory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A school with classes, an ENT on paper, and an engine on a clock that is moved by hand. */
final class DeliveryWorld {
    static final Uai SCHOOL = new Uai("0771369V");
    static final Duration STEP_TIMEOUT = Duration.ofMinutes(2);
    final VirtualClock clock = new VirtualClock();
    final InMemoryStreams streams = new InMemoryStreams(
            School.FEATURE,
            LeisureCentre.FEATURE,
            SchoolClass.FEATURE,
            Person.FEATURE,
            AuthorAccount.FEATURE,
            Communication.FEATURE,
            Item.FEATURE,
            Availability.FEATURE);
    final PaperEnt ent;
    final List<ClassId> classes = new ArrayList<>();
    final List<CommunicationId> published = new ArrayList<>();
    final Vault vault = new Vault();
    private final List<Connection> connections = new ArrayList<>();
    private final Wire wire = new Wire();
    private int writesUntilCrash = -1;
    private boolean crashAfterCommit;
    private int commands;
    private DeliveryEngine engine;

    /** @param manners one account for each, named by it */
    DeliveryWorld(int classes, PaperConnector.Manner... manners) {
        this(PaperConnector.SETTLES_WITHIN, classes, manners);
    }

    /** @param latest how late after a lost answer the ENT may still do it */
    DeliveryWorld(Duration latest, int classes, PaperConnector.Manner... manners) {
        ent = new PaperEnt(clock, latest);
        streams.send(CommandId.random(), new RegisterSchool(SCHOOL, "Les Tournelles", SchoolKind.ELEMENTARY));
        for (int number = 0; number < classes; number++) {
            openClass("CM2 " + (char) ('A' + number));
        }
        for (PaperConnector.Manner manner : manners) {
            String name = manner.name().toLowerCase(Locale.ROOT);
            connect(account(name, SCHOOL), new PaperConnector(ent, manner));
        }
        engine = newEngine();
    }

    /** The keys, with one drawer that can be emptied. */
    static final class Vault implements ContentVault {
        final Set<SubjectId> erased = new HashSet<>();
        final Map<AttachmentId, String> files = new HashMap<>();

        @Override
        public byte[] open(CommunicationId communication, AttachmentId file) {
            String text = files.get(file);
            if (text == null) {
                throw new CodedException(new FaultNote("ENT-517", Map.of()), Map.of());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Personal<String> open(Personal<String> value) {
            return erased.contains(value.subject()) ? new Personal.Erased<>(value.subject()) : value;
        }

        @Override
        public String hmac(String text) {
            return "hmac:" + text;
        }

        @Override
        public String marker(String text) {
            return "marker:" + text;
        }
    }

    /** Commands of the engine, on a wire that can be cut before or after they are durable. */
    private final class Wire implements Commands {
        @Override
        public CommandResult send(CommandId id, @Nullable SubjectId by, Command command) {
            if (writesUntilCrash == 0 && !crashAfterCommit) {
                die();
            }
            CommandResult result = streams.send(id, command);
            if (writesUntilCrash == 0) {
                die();
            }
            writesUntilCrash--;
            return result;
        }

        private void die() {
            ent.dead(true);
            throw new Crash("at a ledger write");
        }
    }

    /** What a connector may touch. */
    private record Session(EntAccount account, InstantSource clock) implements EntSession {
        @Override
        public EntHttp http() {
            throw new UnsupportedOperationException("Paper needs no HTTP.");
        }

        @Override
        public SessionMemory memory() {
            throw new UnsupportedOperationException("Paper has no sessions.");
        }
    }

    static EntAccount account(String name, PlaceId... places) {
        return new EntAccount(
                new AccountId("paper", name),
                "paper",
                name,
                URI.create("https://paper.example"),
                false,
                Set.of(places),
                Map.of(),
                null);
    }

    void connect(EntAccount account, EntConnector connector) {
        connections.add(new Connection(account, connector, new Session(account, clock)));
        engine = newEngine();
    }

    void disconnect(AccountId account) {
        connections.removeIf(connection -> connection.account().id().equals(account));
        restart();
    }

    /** A connection of an author's account: the same paper as the service account's, and a session of her own. */
    Connection opened(EntAccount account) {
        return new Connection(
                account,
                new PaperConnector(
                        ent, PaperConnector.Manner.valueOf(account.profile().toUpperCase(Locale.ROOT))),
                new Session(account, clock));
    }

    List<Connection> connections() {
        return List.copyOf(connections);
    }

    DeliveryEngine newEngine() {
        return new DeliveryEngine(
                wire, streams, streams, vault, connections, this::opened, clock, STEP_TIMEOUT, new SameThread());
    }

    DeliveryEngine engine() {
        return engine;
    }

    /** The process is started again; what it knew is gone. */
    void restart() {
        engine.close();
        writesUntilCrash = -1;
        ent.dead(false);
        engine = newEngine();
    }

    /** @param writes how many more entries are durable; the next one still is if {@code afterCommit} */
    void crashAtWrite(int writes, boolean afterCommit) {
        writesUntilCrash = writes;
        crashAfterCommit = afterCommit;
    }

    ClassId openClass(String name) {
        ClassId id = ClassId.random();
        classes.add(id);
        send(new OpenClass(id, SCHOOL, new SchoolYear(2026), name, Set.of(Level.CM2)));
        return id;
    }

    CommunicationId publish(String text, ClassId... to) {
        return publish(text, CommunicationKind.BLOG, Audience.ofClasses(to), clock.instant(), null);
    }

    PersonId person(Profile profile, PlaceId place) {
        PersonId id = PersonId.random();
        send(new RegisterPerson(
                id,
                profile,
                new Names(Personal.of(id.subject(), "Zédrimelle"), null, Personal.of(id.subject(), "Lou")),
                null,
                null,
                place,
                List.of()));
        return id;
    }

    CommunicationId publishAs(PersonId author, String text, ClassId... to) {
        CommunicationId id = new CommunicationId(new UUID(7, commands));
        send(new WriteCommunication(
                id, SCHOOL, author, Audience.ofClasses(to), CommunicationKind.BLOG, text, "<p>" + text + "</p>"));
        send(new PublishCommunication(id, clock.instant()));
        published.add(id);
        return id;
    }

    CommunicationId publish(
            String text, CommunicationKind kind, Audience audience, Instant from, @Nullable Instant until) {
        CommunicationId id = new CommunicationId(new UUID(7, commands));
        send(new WriteCommunication(id, SCHOOL, null, audience, kind, text, "<p>" + text + "</p>"));
        send(new PublishCommunication(id, clock.instant(), from, until));
        published.add(id);
        return id;
    }

    /** A message with files of these contents. */
    CommunicationId message(String text, Audience audience, String... files) {
        return publish(text, CommunicationKind.MESSAGE, audience, files);
    }

    CommunicationId publish(String text, CommunicationKind kind, Audience audience, String... files) {
        CommunicationId id = new CommunicationId(new UUID(7, commands));
        List<Attachment> attachments = new ArrayList<>();
        for (String file : files) {
            AttachmentId name = new AttachmentId("%064x".formatted(vault.files.size()));
            vault.files.put(name, file);
            Attachment plan = new Attachment(name, Personal.of(id.subject(), "plan.txt"), "text/plain", file.length());
            attachments.add(plan.saying(attachments.isEmpty() ? "le chemin" : null));
        }
        send(new WriteCommunication(id, SCHOOL, null, audience, kind, text, "<p>" + text + "</p>", attachments));
        send(new PublishCommunication(id, clock.instant()));
        published.add(id);
        return id;
    }

    void correct(CommunicationId id, String text) {
        streams.send(CommandId.random(), new CorrectCommunication(id, text, "<p>" + text + "</p>", clock.instant()));
    }

    void withdraw(CommunicationId id) {
        send(new WithdrawCommunication(id, clock.instant()));
    }

    private void send(Command command) {
        assertThat(streams.send(new CommandId("world-" + commands++), command)).isInstanceOf(CommandResult.Done.class);
    }

    RunSummary run() {
        return engine.runDue();
    }

    /** Lets time pass, in steps as short as what is due, until nothing is. */
    RunSummary runUntilSettled(Duration atMost) {
        return engine.runUntilSettled(atMost, (until, seen) -> clock.advanceTo(until));
    }

    List<Item> items() {
        return streams.all(Item.FEATURE);
    }

    List<Item> items(CommunicationId id) {
        return streams.under(Item.FEATURE, id.toString());
    }

    Item item(CommunicationId id) {
        List<Item> found = items(id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Nothing goes wrong any more; everything is carried to its end, what was given up is tried again. */
    void heal() {
        ent.calm();
        restart();
        streams.lag(false);
        for (int round = 0; round < 5; round++) {
            runUntilSettled(Duration.ofDays(30));
            items().stream()
                    .filter(item -> item.status() == Status.REFUSED || item.status() == Status.PARKED)
                    .forEach(item -> engine.desk().retry(item.known().item()));
        }
        runUntilSettled(Duration.ofDays(30));
        clock.advance(PaperConnector.SETTLES_WITHIN.multipliedBy(2));
        ent.settle();
    }

    /** One visible post with the newest content for each item that is wished, none at all for others, no orphan. */
    void assertEveryWishIsTrue() {
        Set<Post> expected = new HashSet<>();
        for (Item item : items()) {
            Communication communication = streams.current(
                    Communication.FEATURE, item.known().communication().toString());
            List<Post> posts = ent.marked(item.known().marker());
            if (communication.status() == Communication.Status.WITHDRAWN) {
                assertThat(item.status()).isEqualTo(Status.WITHDRAWN);
                assertThat(item.wish()).isEqualTo(Wish.WITHDRAWN);
                assertThat(posts).isEmpty();
            } else {
                assertThat(item.status()).isEqualTo(Status.CONFIRMED);
                assertThat(item.applied()).isEqualTo(communication.revision());
                assertThat(posts).hasSize(1);
                assertThat(posts.get(0).published).isTrue();
                assertThat(posts.get(0).content.title()).isEqualTo(text(communication.title()));
                assertThat(posts.get(0).wall).isEqualTo(item.known().destination());
                expected.addAll(posts);
            }
        }
        assertThat(ent.all()).as("no orphan").containsExactlyInAnyOrderElementsOf(expected);
    }

    static String text(@Nullable Personal<String> value) {
        return ((Personal.Clear<String>) Objects.requireNonNull(value)).value();
    }
}
