package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.Personal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a communication, opened for one request.
 *
 * @param size in bytes
 * @param alternative what a picture shows, in words, or null
 */
record AttachedFile(
        String id,
        String name,
        String mediaType,
        int size,
        @Nullable String alternative) {

    /** Those of a communication, in its order; none once it is erased. */
    static List<AttachedFile> of(Town town, Communication communication) {
        return of(town, communication.attachments());
    }

    static List<AttachedFile> of(Town town, List<Attachment> attachments) {
        return attachments.stream().flatMap(file -> of(town, file).stream()).toList();
    }

    private static Optional<AttachedFile> of(Town town, Attachment file) {
        return opened(town, file.fileName())
                .map(name -> new AttachedFile(
                        file.id().value(),
                        name,
                        file.mediaType(),
                        file.size(),
                        opened(town, file.alternative()).orElse(null)));
    }

    private static Optional<String> opened(Town town, @Nullable Personal<String> text) {
        return text != null && town.passerelle().open(text) instanceof Personal.Clear<String> clear
                ? Optional.of(clear.value())
                : Optional.empty();
    }

    public boolean isPicture() {
        return AttachmentRules.isPicture(mediaType);
    }

    /** At least one. */
    public int kilobytes() {
        return (size + 999) / 1000;
    }

    @Override
    public String toString() {
        return "AttachedFile[" + id + "]";
    }
}
