package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as people see it.
 *
 * @param destination what the ENT knows the wall by, for example {@code CM2 B}
 * @param word one of six
 * @param revision the newest asked for
 * @param shown the revision that the ENT shows, 0 for none
 * @param ref the object's id on the ENT, or null
 * @param cause why it is not done, or null
 * @param nextTry when it goes on by itself, or null
 * @param ask what a person is asked to do about it, or null
 * @param how how the present state came true, or null
 * @param status in the ledger; for those who operate the system
 */
public record ItemView(
        ItemId item,
        CommunicationId communication,
        PlaceId place,
        AccountId account,
        String destination,
        Word word,
        int revision,
        int shown,
        @Nullable String ref,
        @Nullable FaultNote cause,
        @Nullable Instant nextTry,
        Item.@Nullable Ask ask,
        @Nullable How how,
        Item.Status status) {

    static ItemView of(Item item, AccountHealth health) {
        Item.Target target = item.known();
        Instant due = item.dueAt();
        Instant until = health.until();
        boolean held = due != null && until != null && until.isAfter(due);
        return new ItemView(
                target.item(),
                target.communication(),
                target.place(),
                target.account(),
                target.destinationName(),
                Word.of(item),
                item.revision(),
                item.applied(),
                item.ref(),
                item.fault() == null && held ? health.fault() : item.fault(),
                held ? until : due,
                item.ask().orElse(null),
                item.how(),
                item.status());
    }

    /** Why it is not done, in one sentence with its code. */
    public Optional<String> sentence(Locale locale) {
        return Optional.ofNullable(cause).map(fault -> fault.sentence(locale));
    }
}
