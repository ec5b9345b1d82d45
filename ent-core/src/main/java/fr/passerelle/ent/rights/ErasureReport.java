package fr.passerelle.ent.rights;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What erasing a person destroyed, and what it leaves for somebody to decide: communications that may say something of
 * her. Made anew from the events each time it is asked for, so that it says where they stand now. Ids, codes and counts:
 * no name and no title.
 *
 * @param erasedAt null while she is not erased; the report then says what an erasure would destroy and leave
 * @param communications newest first; each one may concern her, none is known to
 */
public record ErasureReport(
        PersonId person, @Nullable Instant erasedAt, Destroyed destroyed, List<Concern> communications) {
    public ErasureReport {
        communications = List.copyOf(communications);
    }

    /** Where these communications stand on each ENT account, in the order of their names: items counted by word. */
    public Map<AccountId, Map<Word, Integer>> ents() {
        Map<AccountId, Map<Word, Integer>> ents = new TreeMap<>(Comparator.comparing(AccountId::toString));
        for (Concern concern : communications) {
            for (ItemView item : concern.items()) {
                ents.computeIfAbsent(item.account(), account -> new EnumMap<>(Word.class))
                        .merge(item.word(), 1, Integer::sum);
            }
        }
        return ents;
    }

    /**
     * What nobody can read or use any more. A keyed hash of her match key stays in the log of erasures: by it a later
     * import sees that she was erased.
     *
     * @param key whether her key is destroyed
     * @param values how many sealed values of her events it opens, or opened: names, birth dates, match keys,
     *     tokens of her own accounts on ENTs
     * @param matchKeys how many of these are match keys
     * @param claims how many keys of hers kept others from being registered as the same person
     */
    public record Destroyed(boolean key, int values, int matchKeys, int claims) {}

    /**
     * A communication that may concern her.
     *
     * @param why at least one reason
     * @param writtenAt when its first draft was stored
     * @param items where it stands, by account and destination, each with its reference or path on the ENT; empty where
     *     it never went anywhere
     * @param choices what somebody may decide; nothing is done by itself. Empty once it is erased
     */
    public record Concern(
            CommunicationId communication,
            PlaceId place,
            List<Why> why,
            Communication.Status status,
            Instant writtenAt,
            List<ItemView> items,
            List<Choice> choices) {
        public Concern {
            why = List.copyOf(why);
            items = List.copyOf(items);
            choices = List.copyOf(choices);
        }
    }

    /** Why a communication may concern her. All but the first: it was written or shown while she was there. */
    public enum Why {
        /** She wrote it. */
        AUTHOR,
        /** It was for her class, or for that of a child whom she answers for. */
        CLASS,
        /** It was for everybody of her place. */
        PLACE,
        /** It was for the staff of her place, who write about children too. */
        STAFF,
        /** It was for groups of her leisure centre; who is in which group is not recorded. */
        GROUP
    }

    /** What somebody may decide about a communication. */
    public enum Choice {
        /** Take it back from every ENT. */
        WITHDRAW,
        /** Write it differently. */
        CORRECT,
        /** Destroy its own key, see {@link Erasures#eraseCommunication}. */
        ERASE,
        /** Leave it as it is: it does not concern her, or may stay. */
        LEAVE
    }
}
