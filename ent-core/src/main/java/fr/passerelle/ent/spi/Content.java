package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.CommunicationKind;
import java.util.List;

/**
 * A revision of a communication, in clear, for the moment of rendering.
 *
 * @param title plain text, one line
 * @param html clean HTML in the common subset (see {@code RichText})
 * @param byline on whose behalf, for example the school's name; plain text
 * @param attachments in the order in which readers see them; the same for every revision
 */
public record Content(CommunicationKind kind, String title, String html, String byline, List<Attachment> attachments) {
    public Content {
        attachments = List.copyOf(attachments);
    }

    /** Without attachments. */
    public Content(CommunicationKind kind, String title, String html, String byline) {
        this(kind, title, html, byline, List.of());
    }

    @Override
    public String toString() {
        return "Content[" + kind + "]";
    }
}
