package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a town configures under {@code passerelle}.
 *
 * @param ents the ENTs by name; empty while none is connected
 * @param cadenceDays after so many days without a publication a class is named on the first page
 * @param undoSeconds how long what is published on a page waits, so that its author can change her mind
 * @param watchMinutes how often every ENT is asked whether it answers; 0 for never
 * @param approval whether what teachers, leisure staff and referents write goes out once the head has seen it
 * @param worryContact whom to tell in the town about a worry, as people read it, or null
 * @param schoolCalendar the file of the school year's holidays (iCalendar), or null
 * @param publicUrl by which people reach the app through the town's own web server, which speaks HTTPS to them and to this
 *     port on this machine; or null while only this machine uses it
 */
public record TownSettings(
        @DefaultValue Store store,
        @DefaultValue Keys keys,
        @DefaultValue Map<String, Ent> ents,
        @DefaultValue("10") int cadenceDays,
        @DefaultValue("30") int undoSeconds,
        @DefaultValue("15") int watchMinutes,
        @DefaultValue("false") boolean approval,
        @Nullable String worryContact,
        @Nullable String schoolCalendar,
        @Nullable URI publicUrl) {

    /** The same for the demo, which brings its own ENTs and keeps nobody waiting. */
    public TownSettings ofDemo() {
        return new TownSettings(
                store, keys, Map.of(), cadenceDays, 0, watchMinutes, approval, worryContact, schoolCalendar, null);
    }

    /**
     * Where events are kept.
     *
     * @param url a file's path, or {@code jdbc:postgresql:…}
     */
    public record Store(@DefaultValue("data/passerelle.db") String url) {}

    /**
     * Where keys are kept, apart from the events.
     *
     * @param url a file's path, or {@code jdbc:postgresql:…} of another database than the store's
     * @param master {@code file:…} or {@code env:…}
     */
    public record Keys(
            @DefaultValue("keys/keys.db") String url,
            @DefaultValue("file:keys/master.key") String master) {}

    /**
     * An ENT and the accounts on it.
     *
     * @param urls further origins by name, where the platform has them ({@code auth} for Beneylu School)
     */
    public record Ent(
            String connector,
            @Nullable String profile,
            URI baseUrl,
            @DefaultValue Map<String, URI> urls,
            @DefaultValue("false") boolean allowLoopback,
            @DefaultValue Map<String, Account> accounts) {}

    /**
     * An account.
     *
     * @param byHand whether a person publishes on the ENT's own pages whatever is planned from now on
     * @param credentials values, or {@code file:…} and {@code env:…} which name where the value is
     */
    public record Account(
            @DefaultValue Set<String> places,
            @DefaultValue("false") boolean byHand,
            @DefaultValue Map<String, String> credentials,
            @Nullable Duration settlesWithin) {}

    /**
     * The accounts in the library's terms; secrets are fetched from where they lie.
     *
     * @param directory what relative paths begin at
     * @param profileOf the default profile of a connector
     * @throws CodedException that names the setting
     */
    List<EntAccount> accounts(Path directory, java.util.function.UnaryOperator<String> profileOf) {
        List<EntAccount> accounts = new ArrayList<>();
        ents.forEach((name, ent) -> {
            String prefix = "passerelle.ents." + name;
            needed(prefix + ".connector", ent.connector);
            needed(prefix + ".base-url", ent.baseUrl);
            ent.accounts.forEach((account, settings) -> accounts.add(new EntAccount(
                    id(prefix + ".accounts." + account, name, account),
                    ent.connector,
                    ent.profile == null ? profileOf.apply(ent.connector) : ent.profile,
                    ent.baseUrl,
                    ent.urls,
                    ent.allowLoopback,
                    places(prefix + ".accounts." + account + ".places", settings.places),
                    settings.byHand,
                    credentials(prefix + ".accounts." + account + ".credentials.", settings.credentials, directory),
                    settings.settlesWithin)));
        });
        return accounts;
    }

    private static void needed(String setting, @Nullable Object value) {
        if (value == null) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", setting));
        }
    }

    private static AccountId id(String setting, String ent, String account) {
        try {
            return new AccountId(ent, account);
        } catch (IllegalArgumentException e) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", setting), e);
        }
    }

    private static Set<PlaceId> places(String setting, Set<String> texts) {
        try {
            return texts.stream().map(PlaceId::parse).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", setting), e);
        }
    }

    private static Map<String, Secret> credentials(String prefix, Map<String, String> values, Path directory) {
        Map<String, Secret> secrets = new HashMap<>();
        values.forEach((name, value) -> {
            // From an environment variable, CLIENT_ID arrives as client.id.
            String setting = name.replace('.', '-');
            secrets.put(setting, Secret.of(SecretReference.fetch(prefix + setting, value, directory)));
        });
        return secrets;
    }
}
