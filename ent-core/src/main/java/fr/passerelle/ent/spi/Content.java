package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.CommunicationKind;

/**
 * A revision of a communication, in clear, for the moment of rendering.
 *
 * @param title plain text, one line
 * @param html clean HTML in the common subset (see {@code RichText})
 * @param byline on whose behalf, for example the school's name; plain text
 */
public record Content(CommunicationKind kind, String title, String html, String byline) {
    @Override
    public String toString() {
        return "Content[" + kind + "]";
    }
}
