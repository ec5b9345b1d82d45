package fr.passerelle.ent.spi;

import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a communication.
 *
 * @param fileName as readers see it, with its ending, without path or control characters
 * @param mediaType for example {@code application/pdf}
 * @param size in bytes
 * @param alternative what a picture shows, in words, for who does not see it; plain text, one line, or null. An ENT that
 *     has no place for it does without
 * @param source where its bytes come from
 */
public record Attachment(
        String fileName,
        String mediaType,
        int size,
        @Nullable String alternative,
        Source source) {

    /** Without words for who does not see it. */
    public Attachment(String fileName, String mediaType, int size, Source source) {
        this(fileName, mediaType, size, null, source);
    }

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
