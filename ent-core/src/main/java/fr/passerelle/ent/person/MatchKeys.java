package fr.passerelle.ent.person;

/**
 * By what a later file recognises somebody without our keeping a name: keyed hashes (HMAC-SHA-256, hexadecimal) of the
 * normalised texts, useless without the master key, and sealed all the same.
 *
 * @param exact of family name, first name and birth date; of an adult, whose birth date no file gives, of what she is,
 *     her school and her names
 * @param name of family name and first name: the birth date may have been corrected
 * @param first of first name and birth date, of an adult of the first name: the family name may have changed; compared
 *     within one school only
 */
public record MatchKeys(String exact, String name, String first) {
    @Override
    public String toString() {
        return "MatchKeys[…]";
    }
}
