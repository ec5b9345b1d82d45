package fr.passerelle.ent.rights;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.Communication.Status;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.rights.ErasureReport.Choice;
import java.util.List;

/** A communication with its items, and what may be decided about it. */
record Shown(Communication communication, List<ItemView> items) {

    /** How many ENT accounts may still show it. */
    long accounts() {
        return items.stream()
                .filter(item -> item.word() != Word.WITHDRAWN && item.word() != Word.REFUSED)
                .map(ItemView::account)
                .distinct()
                .count();
    }

    /** Whether no ENT shows it, nor will: it never appeared, or it is taken back everywhere. */
    boolean erasable() {
        boolean neverAppeared = communication.from() == null;
        boolean planned = communication.plannedRevision() == communication.revision();
        return neverAppeared || (communication.status() == Status.WITHDRAWN && planned && accounts() == 0);
    }

    /** What somebody may decide; nothing once it is erased. */
    List<Choice> choices() {
        return switch (communication.status()) {
            case DRAFT -> List.of(Choice.CORRECT, Choice.ERASE, Choice.LEAVE);
            case PUBLISHED -> List.of(Choice.WITHDRAW, Choice.CORRECT, Choice.LEAVE);
            case WITHDRAWN -> erasable() ? List.of(Choice.ERASE, Choice.LEAVE) : List.of(Choice.LEAVE);
            case UNKNOWN, ERASED -> List.of();
        };
    }
}
