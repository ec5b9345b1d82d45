package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.spi.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a communication for the moment in which it is sent, and keeps nothing. */
final class Contents {
    private final ContentVault vault;
    private final Audiences audiences;

    Contents(ContentVault vault, Audiences audiences) {
        this.vault = vault;
        this.audiences = audiences;
    }

    /** What is to be shown, or empty if its key was destroyed. */
    Optional<Content> of(Communication communication) {
        return text(communication.title())
                .flatMap(title -> text(communication.html()).map(html -> content(communication, title, html)));
    }

    /** Where the text is gone, or must not be compared with. */
    Content withoutText(Communication communication) {
        return content(communication, "", "");
    }

    /** A keyed hash of what is shown. */
    String hash(Content content) {
        return vault.hmac(content.kind() + "\n" + content.title() + "\n" + content.html() + "\n" + content.byline());
    }

    private Content content(Communication communication, String title, String html) {
        if (communication.kind() == null || communication.place() == null) {
            throw new IllegalArgumentException("An item's communication was written once.");
        }
        return new Content(communication.kind(), title, html, audiences.nameOf(communication.place()));
    }

    private Optional<String> text(@Nullable Personal<String> value) {
        return value != null && vault.open(value) instanceof Personal.Clear<String> clear
                ? Optional.of(clear.value())
                : Optional.empty();
    }
}
