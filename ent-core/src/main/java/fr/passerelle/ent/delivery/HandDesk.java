package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.Item.Ask;
import fr.passerelle.ent.delivery.ItemCommand.TellItem;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do by hand on an ENT: hands over exactly what it will show, looks whether it is there where that can be,
 * and takes a person's word where it cannot. Safe for several threads.
 */
public final class HandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HandDesk.class);

    private final Commands commands;
    private final States states;
    private final Connections connections;
    private final Contents contents;
    private final DeliveryDesk desk;
    private final InstantSource clock;

    HandDesk(
            Commands commands,
            States states,
            Connections connections,
            Contents contents,
            DeliveryDesk desk,
            InstantSource clock) {
        this.commands = commands;
        this.states = states;
        this.connections = connections;
        this.contents = contents;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * What is to be done by hand.
     *
     * @param item where it stands
     * @param ask what she is asked
     * @param platform the ENT's own name
     * @param rendering what it will show: exactly this is to be pasted; without text where that is gone
     * @param files in the order in which readers see them
     * @param page of the ENT where she does it
     */
    public record HandOver(
            ItemView item, Ask ask, String platform, Rendering rendering, List<Attachment> files, URI page) {
        public HandOver {
            files = List.copyOf(files);
        }
    }

    /** What came of a person's telling that it is done. */
    public sealed interface Told {

        /** Written down. */
        record Done(How how) implements Told {}

        /** The ENT does not show it, or still shows what was to be removed; nothing was written down. */
        record NotSo() implements Told {}

        /** The look failed; nothing was written down. */
        record LookFailed(FaultNote fault) implements Told {}

        /** It is not for a person to tell. */
        record Refused(Refusal refusal) implements Told {}
    }

    /** What an item asks of a person; empty if nothing, or if its content was erased before it was published. */
    public Optional<HandOver> handOver(ItemId id) {
        Item item = states.current(Item.FEATURE, id.toString());
        return item.ask()
                .flatMap(ask -> work(item)
                        .flatMap(work -> connection(item).map(connection -> {
                            Optional<PublishesByHand> byHand = connection.byHand();
                            String path = byHand.map(connector ->
                                            connector.writingPage(item.known().kind(), work.destination()))
                                    .orElse("/");
                            return new HandOver(
                                    desk.view(item),
                                    ask,
                                    connection.descriptor().platform(),
                                    connection.render(work.content(), work.marker(), true),
                                    work.content().attachments(),
                                    connection.account().baseUrl().resolve(item.ref() == null ? path : item.ref()));
                        })));
    }

    /**
     * A person says that she did it. The ENT is looked at first, where it can be.
     *
     * @param revision that she was shown; a newer one still waits for her
     * @param insists whether her word holds even where the ENT does not show it
     */
    public Told done(ItemId id, int revision, boolean insists) {
        Item item = states.current(Item.FEATURE, id.toString());
        Sighting sighting = look(item);
        boolean gone = item.verb() == Verb.WITHDRAW;
        if (sighting instanceof Sighting.Seen seen && !gone) {
            return tell(id, How.SEEN, seen.ref(), revision);
        }
        if (sighting instanceof Sighting.NotSeen && gone) {
            return tell(id, How.SEEN, "", revision);
        }
        if (sighting instanceof Sighting.CannotLook || insists) {
            return tell(id, How.WORD, "", revision);
        }
        return sighting instanceof Sighting.Failed failed
                ? new Told.LookFailed(FaultNote.of(failed.fault()))
                : new Told.NotSo();
    }

    /** A person looked for what nobody else can look for, and it is not there: it is sent again. */
    public CommandResult notThere(ItemId id) {
        return commands.send(CommandId.random(), new TellItem(id, false, How.WORD, "", 0, clock.instant()));
    }

    private Told tell(ItemId id, How how, String ref, int revision) {
        CommandResult result =
                commands.send(CommandId.random(), new TellItem(id, true, how, ref, revision, clock.instant()));
        return result instanceof CommandResult.Refused refused
                ? new Told.Refused(refused.refusal())
                : new Told.Done(how);
    }

    private Sighting look(Item item) {
        Optional<Connection> connection = connection(item);
        Optional<PublishesByHand> connector = connection.flatMap(Connection::byHand);
        if (connector.isEmpty()) {
            return new Sighting.CannotLook();
        }
        try {
            return work(item)
                    .map(work -> connector.get().look(connection.get().session(), work))
                    .orElseGet(Sighting.CannotLook::new);
        } catch (RuntimeException ours) {
            LOG.error("A connector failed to look: {}", ours.getClass().getName());
            return new Sighting.Failed(new Fault.ContractBroken(
                    "look", "a sighting", ours.getClass().getSimpleName()));
        }
    }

    private Optional<Connection> connection(Item item) {
        return connections.find(item.known().account());
    }

    /** What is asked for; empty if there is a text to publish and it was erased. */
    private Optional<Work> work(Item item) {
        Item.Target target = item.known();
        Communication communication =
                states.current(Communication.FEATURE, target.communication().toString());
        Optional<Content> content = contents.of(communication);
        return content.isEmpty() && item.verb() != Verb.WITHDRAW
                ? Optional.empty()
                : Optional.of(new Work(
                        item.verb(),
                        item.revision(),
                        new Destination(target.place(), target.destination(), target.destinationName()),
                        target.marker(),
                        content.orElseGet(() -> contents.withoutText(communication)),
                        item.progress()));
    }
}
