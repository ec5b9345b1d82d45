package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether each account can work: reachability, credentials, abilities, maturity. */
@Command(name = "check")
final class CheckCommand extends TownCommand {
    @Parameters(paramLabel = "ENT/ACCOUNT", arity = "0..1")
    @Nullable
    String id;

    @Override
    int run(Town town, Dialogue say) {
        List<AccountView> accounts = town.passerelle().delivery().accounts().stream()
                .filter(account -> id == null
                        || account.account().toString().equals(id)
                        || account.account().ent().equals(id))
                .toList();
        if (id != null && accounts.isEmpty()) {
            throw new CodedException(AppReason.UNKNOWN_ACCOUNT, Map.of("account", id));
        }
        Map<AccountId, CheckResult> results = town.passerelle().delivery().check();
        Table table = new Table("account", "connector", "maturity", "kinds", "state", "detail");
        boolean allReady = true;
        for (AccountView account : accounts) {
            CheckResult result = results.get(account.account());
            boolean ready = result instanceof CheckResult.Ready;
            allReady &= ready;
            table.row(
                    account.account().toString(),
                    account.descriptor().id() + " (" + account.descriptor().profile() + ")",
                    account.descriptor()
                            .maturity()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'),
                    account.descriptor().publishes().stream()
                            .map(publishing -> publishing.kind().name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    ready ? "ready" : "not-ready",
                    detail(result, say));
        }
        try (Answer answer = say.answer()) {
            answer.table("accounts", table);
        }
        if (accounts.isEmpty()) {
            say.note("check.none");
        }
        return allReady ? Exit.OK : Exit.FAILED;
    }

    private static @Nullable String detail(@Nullable CheckResult result, Dialogue say) {
        if (result instanceof CheckResult.Ready ready) {
            return new TreeMap<>(ready.facts()).toString();
        }
        if (result instanceof CheckResult.NotReady notReady) {
            Fault fault = notReady.fault();
            return Sentences.withCode(fault, fault.facts(), say.locale());
        }
        return null;
    }
}
