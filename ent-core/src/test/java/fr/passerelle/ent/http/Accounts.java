package fr.passerelle.ent.http;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Accounts for the tests of the kit. */
final class Accounts {
    private Accounts() {}

    static EntAccount sandbox(String baseUrl) {
        return account(baseUrl, true);
    }

    static EntAccount real(String baseUrl) {
        return account(baseUrl, false);
    }

    private static EntAccount account(String baseUrl, boolean allowLoopback) {
        return new EntAccount(
                new AccountId("one", "service"),
                "one",
                "entcore",
                URI.create(baseUrl),
                allowLoopback,
                Set.of(new Uai("0771369V")),
                Map.of(),
                null);
    }
}
