package fr.passerelle.beneylu;

/**
 * An article or a word as a page shows it.
 *
 * @param slug the name by which its pages are found
 * @param id its number
 * @param text what readers see, without markup
 */
record Thing(String slug, String id, String text) {

    /** Whether it carries a reference. */
    boolean names(String marker) {
        return text.contains(marker);
    }

    /** Whether the reference is its own: the last thing in it. An author may quote another's. */
    boolean bears(String marker) {
        return text.strip().endsWith(marker);
    }

    /** The text is a communication's. */
    @Override
    public String toString() {
        return "Thing[" + id + "]";
    }
}
