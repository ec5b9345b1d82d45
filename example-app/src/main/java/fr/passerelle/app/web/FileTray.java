package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of what is being written, kept from form to form until it is published.
 *
 * @param rights whether its author confirms that the people on the pictures agree
 * @param problems sentences about files that were not taken
 */
record FileTray(List<Held> held, boolean rights, List<String> problems) {
    static final FileTray EMPTY = new FileTray(List.of(), false, List.of());

    /**
     * A file that is kept.
     *
     * @param small a picture's small copy as an address of its own, or null
     */
    record Held(
            Attachment attachment,
            AttachedFile file,
            @Nullable String small) {}

    List<Attachment> attachments() {
        return held.stream().map(Held::attachment).toList();
    }

    public boolean hasPictures() {
        return held.stream().anyMatch(one -> one.file().isPicture());
    }

    /** What must be put right before it is published. */
    Optional<String> problem(Locale locale) {
        if (!problems.isEmpty()) {
            return Optional.of(String.join(" ", problems));
        }
        boolean silent = held.stream().map(Held::file).anyMatch(file -> file.isPicture() && file.alternative() == null);
        if (silent) {
            return Optional.of(sentence(
                    AppReason.ALTERNATIVE_MISSING,
                    Map.of("limit", Integer.toString(AttachmentRules.ALTERNATIVE_LIMIT)),
                    locale));
        }
        return hasPictures() && !rights
                ? Optional.of(sentence(AppReason.IMAGE_RIGHTS_MISSING, Map.of(), locale))
                : Optional.empty();
    }

    private static String sentence(Coded reason, Map<String, String> facts, Locale locale) {
        return Sentences.withCode(reason, facts, locale);
    }
}
