package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.EntAccount;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of an account of the profile {@code beneylu-partner}, checked. The secret is checked and not kept: nothing
 * here sends it.
 *
 * @param redirectUri as it was declared to Beneylu
 * @param scope the one that Beneylu gave
 */
record PartnerSettings(String clientId, String redirectUri, String scope) {
    private static final Pattern CLIENT_ID = Pattern.compile("[0-9]+_[A-Za-z0-9]+");
    private static final Set<String> SCOPES = Set.of("read_full", "read_with_firstname", "read_with_uai");

    /** @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong */
    static PartnerSettings of(EntAccount account) {
        BeneyluSettings.auth(account);
        BeneyluSettings.credential(account, "client-secret");
        String clientId = BeneyluSettings.credential(account, "client-id").reveal();
        String redirectUri = BeneyluSettings.credential(account, "redirect-uri").reveal();
        String scope = BeneyluSettings.credential(account, "scope").reveal();
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw wrong(account, "client-id", "a number, an underscore and letters or digits");
        }
        if (!SCOPES.contains(scope)) {
            throw wrong(account, "scope", "read_full, read_with_firstname or read_with_uai");
        }
        try {
            if (!URI.create(redirectUri).isAbsolute()) {
                throw wrong(account, "redirect-uri", "an address with https://");
            }
        } catch (IllegalArgumentException noAddress) {
            throw wrong(account, "redirect-uri", "an address with https://");
        }
        return new PartnerSettings(clientId, redirectUri, scope);
    }

    private static IllegalArgumentException wrong(EntAccount account, String name, String expected) {
        return new IllegalArgumentException(
                "The setting credentials." + name + " of " + account.id() + " must be " + expected + ".");
    }
}
