package fr.passerelle.beneylu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look at an account shows. */
class CheckTest {
    private static final String SERVICE = "service.passerelle";

    private AtTheSandbox ent = new AtTheSandbox(List.of(
            new SchoolSeed("0771369V", "A", List.of("CP", "CM2 B")), new SchoolSeed("0770409B", "B", List.of("CE1"))));

    @AfterEach
    void close() {
        ent.close();
    }

    private CheckResult check() {
        return AtTheSandbox.connector(ent.account()).check(ent.session());
    }

    @Test
    void an_account_that_can_work_is_told_by_numbers() {
        assertThat(check())
                .isEqualTo(new CheckResult.Ready(Map.of(
                        "schools", "2",
                        "classes", "3",
                        "classes-elsewhere", "0",
                        "blogs", "3",
                        "liaison-books", "3")));
        assertThat(ent.sandbox.requests())
                .filteredOn(seen -> seen.route().startsWith("POST"))
                .extracting("route")
                .containsOnly("POST /login");
        assertThat(ent.objects()).isEmpty();
    }

    @Test
    void rights_that_are_missing_are_seen() {
        ent.sandbox.people().takeRight(SERVICE, "BLOG_PUBLISH");
        assertThat(check())
                .isInstanceOfSatisfying(
                        CheckResult.Ready.class,
                        ready -> assertThat(ready.facts())
                                .containsEntry("blogs", "0")
                                .containsEntry("liaison-books", "3"));
    }

    @Test
    void a_place_without_any_class_is_a_wrong_setting() {
        ent.sandbox.people().leave(SERVICE, "0770409B CE1");
        assertThat(check()).isEqualTo(new CheckResult.NotReady(new Fault.Misconfigured("places")));
    }

    @Test
    void what_stands_in_the_way_is_told() {
        ent.sandbox.people().demand(SERVICE, "terms");
        assertThat(check()).isEqualTo(new CheckResult.NotReady(new SignInNeeded(SignInNeeded.Why.INTERRUPTED)));
    }

    @Test
    void a_list_that_fails_is_not_an_empty_one() {
        ent.sandbox.faults(Plans.first(Kind.GARBAGE, "GET /ent/api/1.0/groups.json"));
        assertThat(check())
                .isInstanceOfSatisfying(
                        CheckResult.NotReady.class,
                        notReady -> assertThat(notReady.fault()).isInstanceOf(Fault.ContractBroken.class));
    }
}
