package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.PersonId;
import java.util.regex.Pattern;

/**
 * One set of credentials at one ENT, acting for one or more places.
 *
 * @param ent the ENT's name in the configuration, for example {@code one}
 * @param name the account's name there, for example {@code service}
 */
public record AccountId(String ent, String name) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public AccountId {
        if (!WORD.matcher(ent).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An ENT and an account are each named by 1 to 40 lower-case letters, digits or hyphens.");
        }
    }

    /** Reads {@code ent/name}. */
    public static AccountId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("An account is written ENT/NAME.");
        }
        return new AccountId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The account of a person on the same ENT: always the same one, and it names nobody. */
    public AccountId of(PersonId person) {
        return new AccountId(ent, person.toString());
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return ent + "/" + name;
    }
}
