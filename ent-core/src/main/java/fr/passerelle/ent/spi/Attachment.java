package fr.passerelle.ent.spi;

/**
 * A file that goes with a communication.
 *
 * @param fileName as readers see it, with its ending, without path or control characters
 * @param mediaType for example {@code application/pdf}
 * @param size in bytes
 * @param source where its bytes come from
 */
public record Attachment(String fileName, String mediaType, int size, Source source) {

    /** Opens the file anew at each call. */
    @FunctionalInterface
    public interface Source {
        /**
         * All bytes.
         *
         * @throws Unreadable if the file is not there any more or was changed
         */
        byte[] read();
    }

    /**
     * The file cannot be read back. A step reads its file before it sends anything and lets this escape: the engine takes
     * the item for refused, without effect.
     */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(Throwable cause) {
            super("An attachment cannot be read.", cause);
        }
    }

    /** The bytes, for the request that sends them; not kept. */
    public byte[] bytes() {
        return source.read();
    }

    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + size + " bytes]";
    }
}
