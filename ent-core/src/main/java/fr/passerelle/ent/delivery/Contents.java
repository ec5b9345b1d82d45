package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a communication for the moment in which it is sent, and keeps nothing. */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final ContentVault vault;
    private final Audiences audiences;

    Contents(ContentVault vault, Audiences audiences) {
        this.vault = vault;
        this.audiences = audiences;
    }

    /** What is to be shown, or empty if its key was destroyed. */
    Optional<Content> of(Communication communication) {
        return text(communication.title())
                .flatMap(title -> text(communication.html())
                        .flatMap(
                                html -> files(communication).map(files -> content(communication, title, html, files))));
    }

    /** Where the text is gone, or must not be compared with. */
    Content withoutText(Communication communication) {
        List<Attachment> unnamed = communication.attachments().stream()
                .map(file -> attachment(communication, file, "", null))
                .toList();
        return content(communication, "", "", unnamed);
    }

    /** A keyed hash of what is shown. */
    String hash(Content content) {
        // Attachments are not in it: they are the same for every revision.
        return vault.hmac(content.kind() + "\n" + content.title() + "\n" + content.html() + "\n" + content.byline());
    }

    private Content content(Communication communication, String title, String html, List<Attachment> files) {
        if (communication.kind() == null || communication.place() == null) {
            throw new IllegalArgumentException("An item's communication was written once.");
        }
        return new Content(communication.kind(), title, html, audiences.nameOf(communication.place()), files);
    }

    private Optional<List<Attachment>> files(Communication communication) {
        List<Attachment> files = new ArrayList<>();
        for (var file : communication.attachments()) {
            Optional<String> name = text(file.fileName());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            files.add(attachment(
                    communication, file, name.get(), text(file.alternative()).orElse(null)));
        }
        return Optional.of(files);
    }

    private Attachment attachment(
            Communication communication,
            fr.passerelle.ent.communication.Attachment file,
            String name,
            @Nullable String alternative) {
        return new Attachment(
                name,
                file.mediaType(),
                file.size(),
                alternative,
                () -> bytes(communication.communication(), file.id()));
    }

    private byte[] bytes(@Nullable CommunicationId communication, AttachmentId file) {
        try {
            return vault.open(Objects.requireNonNull(communication), file);
        } catch (CodedException gone) {
            LOG.error("Attachment {} of communication {} cannot be read: {}", file, communication, gone.getMessage());
            throw new Attachment.Unreadable(gone);
        }
    }

    private Optional<String> text(@Nullable Personal<String> value) {
        return value != null && vault.open(value) instanceof Personal.Clear<String> clear
                ? Optional.of(clear.value())
                : Optional.empty();
    }
}
