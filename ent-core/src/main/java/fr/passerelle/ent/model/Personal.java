package fr.passerelle.ent.model;

/**
 * A value that says something about somebody, bound to the subject whose key protects it.
 *
 * <p>It is {@link Clear} only between a person's screen and the store's door: the store seals it when it writes and
 * hands it back {@link Sealed}; it is opened for one request by {@code privacy}, or found {@link Erased} because the key
 * is gone. Code that shows it must handle all three, and no {@code toString} reveals it.
 *
 * @param <T> the type of the value; one that Jackson reads back, such as {@code String} or {@code LocalDate}
 */
public sealed interface Personal<T> {

    /** Whose key protects the value. */
    SubjectId subject();

    /** A value just entered or opened for this request. */
    static <T> Personal<T> of(SubjectId subject, T value) {
        return new Clear<>(subject, value);
    }

    /** Readable here and now. */
    record Clear<T>(SubjectId subject, T value) implements Personal<T> {
        @Override
        public String toString() {
            return "Clear[" + subject + "]";
        }
    }

    /**
     * As it lies in the store.
     *
     * @param type what {@link Clear#value()} will be once opened
     */
    record Sealed<T>(SubjectId subject, Envelope envelope, Class<T> type) implements Personal<T> {
        @Override
        public String toString() {
            return "Sealed[" + subject + "]";
        }
    }

    /** Its key was destroyed: nobody can read it again. */
    record Erased<T>(SubjectId subject) implements Personal<T> {}
}
