package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.FileNames;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be attached: a few files of kinds that schools send, each what its name says. Pure. */
public final class AttachmentRules {
    /** Most files of one communication. */
    public static final int FILES = 10;
    /** Most bytes of one file. */
    public static final int BYTES_EACH = 10 << 20;
    /** Most bytes of all files of one communication. */
    public static final int BYTES_IN_ALL = 25 << 20;

    /** Most code points of what a picture shows in words. */
    public static final int ALTERNATIVE_LIMIT = 500;

    private static final int NAME_LIMIT = 200;

    private AttachmentRules() {}

    /** What came of a look at a file. */
    public sealed interface Checked {
        /**
         * It may be attached.
         *
         * @param fileName cleaned
         */
        record Fit(String fileName, String mediaType) implements Checked {
            @Override
            public String toString() {
                return "Fit[" + mediaType + "]";
            }
        }

        /** It may not. */
        record Unfit(Refusal refusal) implements Checked {}
    }

    /** The endings of all kinds that are taken, in lower case and without a dot. */
    public static List<String> endings() {
        return FileType.endingsOfAll();
    }

    /** The kind that a name's ending says, for example {@code image/jpeg}; empty if it is none that is taken. */
    public static Optional<String> mediaType(String fileName) {
        return FileType.named(FileNames.clean(fileName)).map(FileType::mediaType);
    }

    /** Whether a kind is a picture's. */
    public static boolean isPicture(String mediaType) {
        return mediaType.startsWith("image/");
    }

    /**
     * Looks at a file before it is kept.
     *
     * @param fileName as the author's machine calls it; a path before it is dropped
     */
    public static Checked check(String fileName, byte[] bytes) {
        String name = FileNames.clean(fileName);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_LIMIT) {
            return unfit(CommunicationReason.FILE_NAME_UNFIT, Map.of("limit", String.valueOf(NAME_LIMIT)));
        }
        if (bytes.length == 0) {
            return unfit(CommunicationReason.FILE_EMPTY, Map.of());
        }
        if (bytes.length > BYTES_EACH) {
            return unfit(CommunicationReason.FILE_TOO_LARGE, megabytes(BYTES_EACH));
        }
        Optional<FileType> type = FileType.named(name);
        if (type.isEmpty()) {
            return unfit(CommunicationReason.FILE_TYPE_NOT_TAKEN, Map.of("types", FileType.allEndings()));
        }
        return type.get().holds(bytes)
                ? new Checked.Fit(name, type.get().mediaType())
                : unfit(CommunicationReason.FILE_TYPE_DISAGREES, Map.of());
    }

    /** Whether these files may go together with a communication; empty if so. */
    static Optional<Refusal> together(CommunicationId communication, List<Attachment> attachments) {
        if (attachments.size() > FILES) {
            return Optional.of(new Refusal(CommunicationReason.TOO_MANY_FILES, Map.of("limit", String.valueOf(FILES))));
        }
        long all = attachments.stream().mapToLong(Attachment::size).sum();
        if (all > BYTES_IN_ALL) {
            return Optional.of(new Refusal(CommunicationReason.FILES_TOO_LARGE, megabytes(BYTES_IN_ALL)));
        }
        return attachments.stream()
                .filter(file -> !file.fileName().subject().equals(communication.subject()) || !hasGoodName(file))
                .findFirst()
                .map(file -> Refusal.of(CommunicationReason.UNKNOWN_FILE, "attachment", file.id()))
                .or(() -> attachments.stream()
                        .filter(file -> !isGoodAlternative(communication, file.alternative()))
                        .findFirst()
                        .map(file -> new Refusal(
                                CommunicationReason.ALTERNATIVE_UNFIT,
                                Map.of("limit", String.valueOf(ALTERNATIVE_LIMIT)))));
    }

    private static boolean isGoodAlternative(CommunicationId communication, @Nullable Personal<String> words) {
        return words == null
                || (words.subject().equals(communication.subject())
                        && (!(words instanceof Personal.Clear<String> clear) || isOneLine(clear.value())));
    }

    private static boolean isOneLine(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= ALTERNATIVE_LIMIT
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean hasGoodName(Attachment file) {
        return !(file.fileName() instanceof Personal.Clear<String> name)
                || (FileNames.clean(name.value()).equals(name.value())
                        && FileType.named(name.value())
                                .filter(type -> type.mediaType().equals(file.mediaType()))
                                .isPresent());
    }

    private static Checked unfit(CommunicationReason reason, Map<String, String> facts) {
        return new Checked.Unfit(new Refusal(reason, facts));
    }

    private static Map<String, String> megabytes(int bytes) {
        return Map.of("limit", String.valueOf(bytes >> 20));
    }
}
