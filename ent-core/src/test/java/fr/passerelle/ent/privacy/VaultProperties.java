package fr.passerelle.ent.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Envelope;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

final class VaultProperties {
    private final Vault vault = new Vault(new MemoryKeys(), MemoryKeys.MASTER);

    @Property(tries = 300)
    void sealing_and_opening_gives_back_any_text(@ForAll long high, @ForAll long low, @ForAll String text) {
        SubjectId id = new SubjectId(new UUID(high, low));
        Envelope envelope = vault.seal(id, "person/1", "name", text);

        assertThat(vault.open(new Personal.Sealed<>(id, envelope, String.class)))
                .isEqualTo(Personal.of(id, text));
    }

    @Property(tries = 300)
    void no_text_shows_in_its_envelope(@ForAll @StringLength(min = 4) String text) {
        Envelope envelope = vault.seal(new SubjectId(new UUID(1, 2)), "person/1", "name", text);

        byte[] ciphertext = Base64.getDecoder().decode(envelope.ciphertext());
        assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
