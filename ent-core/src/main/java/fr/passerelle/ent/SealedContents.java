package fr.passerelle.ent;

import fr.passerelle.ent.delivery.ContentVault;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.privacy.Vault;

/** What delivery may ask of the vault. */
record SealedContents(Vault vault) implements ContentVault {
    @Override
    public Personal<String> open(Personal<String> value) {
        return vault.open(value);
    }

    @Override
    public String hmac(String text) {
        return vault.hmac("delivery", text);
    }

    @Override
    public String marker(String text) {
        return vault.marker(text);
    }
}
