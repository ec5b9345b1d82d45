package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationEvent;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWritten;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Rendering;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every ENT will make of a communication that is still being written: nothing is sent and nothing is kept. Safe for
 * several threads.
 */
public final class PreviewDesk {
    /** Stands in a preview for the reference that the publication will carry. */
    public static final String SAMPLE_REFERENCE = "0000-0000-0000";

    private static final Logger LOG = LoggerFactory.getLogger(PreviewDesk.class);

    private final Connections connections;
    private final Audiences audiences;

    PreviewDesk(Connections connections, Audiences audiences) {
        this.connections = connections;
        this.audiences = audiences;
    }

    /** What there is to see. */
    public sealed interface Answer {

        /** Writing it would be refused. */
        record Refused(Refusal refusal) implements Answer {}

        /** What each account will make of it, in the order of the accounts; empty where none acts for the place. */
        record Seen(List<Preview> previews) implements Answer {
            public Seen {
                previews = List.copyOf(previews);
            }
        }
    }

    /**
     * What one account will make of it.
     *
     * @param platform the ENT's own name
     * @param author whose own account signs, or null for the place's account
     * @param byHand whether a person publishes it on the ENT's own pages
     * @param destinations where it will stand, as people read it; empty where it will not
     * @param rendering what families will see, or null where it will not go; its reference is a sample
     * @param declined why some of it, or all, will not go there
     */
    public record Preview(
            AccountId account,
            String platform,
            Maturity maturity,
            @Nullable PersonId author,
            boolean byHand,
            List<String> destinations,
            @Nullable Rendering rendering,
            List<FaultNote> declined) {
        public Preview {
            destinations = List.copyOf(destinations);
            declined = List.copyOf(declined);
        }

        @Override
        public String toString() {
            return "Preview[" + account + "]";
        }
    }

    /**
     * Decides as the store would, and shows what would follow. A class that is closed or unknown is declined.
     *
     * @param draft its files named in clear
     */
    public Answer of(WriteCommunication draft) {
        Decision<CommunicationEvent> decision = Communication.FEATURE
                .decider()
                .decide(Communication.FEATURE.decider().initial(), draft);
        if (decision instanceof Decision.Refused<CommunicationEvent> refused) {
            return new Answer.Refused(refused.refusal());
        }
        CommunicationWritten written = (CommunicationWritten)
                ((Decision.Accepted<CommunicationEvent>) decision).events().get(0);
        Audiences.Resolved audience = audiences.resolve(draft.place(), draft.audience());
        Content content = new Content(
                draft.kind(),
                clear(written.title()),
                clear(written.html()),
                audience.target().placeName(),
                draft.attachments().stream().map(PreviewDesk::shown).toList());
        List<Integer> sizes = draft.attachments().stream().map(Attachment::size).toList();
        return new Answer.Seen(connections.acting(draft.place(), draft.author()).stream()
                .map(connection -> of(content, sizes, audience, connection))
                .toList());
    }

    /** As a connector sees it, but for its bytes: nothing is sent. */
    private static fr.passerelle.ent.spi.Attachment shown(Attachment file) {
        return new fr.passerelle.ent.spi.Attachment(
                clear(file.fileName()),
                file.mediaType(),
                file.size(),
                file.alternative() == null ? null : clear(file.alternative()),
                () -> {
                    throw new fr.passerelle.ent.spi.Attachment.Unreadable(
                            new IllegalStateException("A preview reads no file."));
                });
    }

    private static String clear(Personal<String> text) {
        return ((Personal.Clear<String>) text).value();
    }

    private static Preview of(
            Content content, List<Integer> sizes, Audiences.Resolved audience, Connection connection) {
        List<Route> routes = Route.on(connection, content.kind(), sizes, audience);
        List<Route> going =
                routes.stream().filter(route -> route.declined() == null).toList();
        boolean byHand = going.stream().anyMatch(Route::byHand);
        try {
            return preview(
                    connection,
                    byHand,
                    going,
                    going.isEmpty() ? null : connection.render(content, SAMPLE_REFERENCE, byHand),
                    routes.stream()
                            .map(Route::declined)
                            .filter(Objects::nonNull)
                            .toList());
        } catch (RuntimeException ours) {
            LOG.error(
                    "Connector {} failed to render a draft: {}",
                    connection.descriptor().id(),
                    ours.getClass().getName());
            Fault broken =
                    new Fault.ContractBroken("render", "a text", ours.getClass().getSimpleName());
            return preview(connection, byHand, List.of(), null, List.of(FaultNote.of(broken)));
        }
    }

    private static Preview preview(
            Connection connection,
            boolean byHand,
            List<Route> going,
            @Nullable Rendering rendering,
            List<FaultNote> declined) {
        return new Preview(
                connection.account().id(),
                connection.descriptor().platform(),
                connection.descriptor().maturity(),
                connection.account().author(),
                byHand,
                going.stream().map(Route::name).toList(),
                rendering,
                declined);
    }
}
