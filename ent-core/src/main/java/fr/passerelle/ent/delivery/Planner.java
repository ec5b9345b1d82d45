package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.Communication.Status;
import fr.passerelle.ent.communication.CommunicationCommand.ConfirmPlan;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.delivery.ItemCommand.RequestItem;
import fr.passerelle.ent.delivery.ItemCommand.RequestRevision;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.States;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Turns communications that are due into items: one for each destination of each account that acts for the place, fixed
 * before the first intent. A correction or withdrawal goes to the items that exist. Planning again, after a crash say,
 * asks for the same items under the same command ids and so changes nothing.
 */
final class Planner {
    private static final int BATCH = 500;

    private final Commands commands;
    private final States states;
    private final Audiences audiences;
    private final ContentVault vault;
    private final Connections connections;

    Planner(Commands commands, States states, Audiences audiences, ContentVault vault, Connections connections) {
        this.commands = commands;
        this.states = states;
        this.audiences = audiences;
        this.vault = vault;
        this.connections = connections;
    }

    /**
     * Plans what is due; the read model has it when this returns.
     *
     * @return how many communications were looked at
     */
    int planDue(Instant now) {
        List<Communication> due = states.due(Communication.FEATURE, now, BATCH);
        long position = 0;
        for (Communication communication : due) {
            position = Math.max(position, plan(communication, now));
        }
        ReadModel.reaches(position, states);
        return due.size();
    }

    /** Brings one item to the revision that its communication has now; the store's position after it. */
    long follow(Item item, Communication communication, Instant now) {
        CommunicationId id = item.known().communication();
        return send(
                step(id, communication.revision(), "revise/" + item.known().item()), revise(item, communication, now));
    }

    private long plan(Communication communication, Instant now) {
        CommunicationId id = Objects.requireNonNull(communication.communication());
        Instant until = communication.until();
        if (communication.status() == Status.PUBLISHED && until != null && !until.isAfter(now)) {
            return send(new CommandId("expire/" + id).then(until.toString()), new WithdrawCommunication(id, now));
        }
        int revision = communication.revision();
        Set<ItemId> items = new LinkedHashSet<>();
        for (Item item : states.under(Item.FEATURE, id.toString())) {
            items.add(item.known().item());
            follow(item, communication, now);
        }
        // Later revisions go where the first one went: who joins later was not among those it was written for.
        boolean first = communication.plannedRevision() == 0 || communication.items() == 0;
        if (first && communication.status() == Status.PUBLISHED) {
            for (RequestItem request : requests(id, communication, now)) {
                items.add(request.item());
                send(step(id, revision, "request/" + request.item()), request);
            }
        }
        return send(step(id, revision, "confirm"), new ConfirmPlan(id, revision, items.size()));
    }

    private static CommandId step(CommunicationId id, int revision, String step) {
        return new CommandId("plan/" + id + "/" + revision).then(step);
    }

    private static RequestRevision revise(Item item, Communication communication, Instant now) {
        Wish wish = communication.status() == Status.PUBLISHED ? Wish.PUBLISHED : Wish.WITHDRAWN;
        return new RequestRevision(item.known().item(), communication.revision(), wish, now);
    }

    private List<RequestItem> requests(CommunicationId id, Communication communication, Instant now) {
        var place = Objects.requireNonNull(communication.place());
        var kind = Objects.requireNonNull(communication.kind());
        Audiences.Resolved audience = audiences.resolve(place, Objects.requireNonNull(communication.audience()));
        Instant orderedAt = communication.from() == null ? now : communication.from();
        List<Integer> sizes =
                communication.attachments().stream().map(Attachment::size).toList();
        List<RequestItem> requests = new ArrayList<>();
        for (Connection connection : connections.acting(place, communication.author())) {
            var account = connection.account().id();
            for (Route route : Route.on(connection, kind, sizes, audience)) {
                requests.add(new RequestItem(
                        ItemId.of(id, account, route.destination(), vault::hmac),
                        id,
                        account,
                        place,
                        route.destination(),
                        route.name(),
                        vault.marker(id + "|" + account + "|" + route.destination()),
                        kind,
                        communication.revision(),
                        orderedAt,
                        now,
                        route.byHand(),
                        route.declined()));
            }
        }
        return requests;
    }

    /** A refusal means that somebody has gone further meanwhile: what is left to do shows in the states. */
    private long send(CommandId id, Command command) {
        return commands.send(id, command) instanceof CommandResult.Done done ? done.position() : 0;
    }
}
