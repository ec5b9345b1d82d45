package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.DeliveryDesk;
import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.delivery.Item;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.CommunicationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How deliveries are told: an item a row, in the six words of status. */
final class ItemPages {
    private ItemPages() {}

    /** Waits until a communication is settled everywhere, or for so long; tells its items; the exit code they make. */
    static int follow(Town town, Dialogue say, Answer answer, CommunicationId id, Duration wait) {
        town.deliver();
        town.passerelle().awaitItems(id, wait);
        return tell(town, say, answer, id);
    }

    static int tell(Town town, Dialogue say, Answer answer, CommunicationId id) {
        DeliveryDesk desk = town.passerelle().delivery().desk();
        List<ItemView> items = desk.items(id);
        answer.table("items", table(items, say));
        Optional<FaultNote> concern = desk.concern(id);
        concern.ifPresent(fault -> say.note(fault, fault.facts()));
        if (concern.isPresent() || items.stream().anyMatch(ItemPages::needsSomebody)) {
            return Exit.FAILED;
        }
        return desk.settled(id) ? Exit.OK : Exit.HELD;
    }

    private static boolean needsSomebody(ItemView item) {
        return item.word() == Word.REFUSED
                || item.word() == Word.BY_HAND
                || (item.word() == Word.TO_CHECK && item.status() == Item.Status.PARKED);
    }

    static Table table(List<ItemView> items, Dialogue say) {
        Table table =
                new Table("account", "place", "destination", "status", "revision", "ref", "nextTry", "cause", "item");
        items.forEach(item -> table.row(
                item.account().toString(),
                item.place().value(),
                item.destination(),
                item.word().label(say.locale()),
                item.shown(),
                item.ref(),
                item.nextTry() == null ? null : item.nextTry().toString(),
                item.sentence(say.locale()).orElse(null),
                item.item().toString()));
        return table;
    }
}
