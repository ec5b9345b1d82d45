package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Fault;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The health of every account, as the last requests showed it. Safe for several threads. */
final class HealthBook {
    private static final Logger LOG = LoggerFactory.getLogger(HealthBook.class);

    private final Map<AccountId, AccountHealth> accounts = new ConcurrentHashMap<>();

    AccountHealth of(AccountId account) {
        return accounts.getOrDefault(account, AccountHealth.HEALTHY);
    }

    /** Whether any request has shown anything since the start. */
    boolean knows(AccountId account) {
        return accounts.containsKey(account);
    }

    void wentWell(AccountId account) {
        note(account, AccountHealth.HEALTHY);
    }

    void failed(AccountId account, Fault fault, Instant now) {
        note(account, of(account).afterFault(fault, now));
    }

    /** The next request may go out at once, whatever happened before: somebody says that it is put right. */
    void tryNow(AccountId account) {
        AccountHealth now = of(account);
        accounts.put(account, new AccountHealth(now.condition(), now.failures(), null, now.fault()));
    }

    private void note(AccountId account, AccountHealth health) {
        AccountHealth before = accounts.put(account, health);
        AccountHealth.Condition was = before == null ? AccountHealth.Condition.HEALTHY : before.condition();
        boolean held = health.until() != null;
        if (was != health.condition() && (held || (before != null && before.until() != null))) {
            FaultNote fault = health.fault();
            LOG.info(
                    "Account {} is {} ({}).",
                    account,
                    health.condition(),
                    fault == null ? "no fault" : fault.code() + ", next try " + health.until());
        }
    }
}
