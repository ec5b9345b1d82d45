package fr.passerelle.ent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.StoresFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house, each with its reason. An exemption is one line that gives its own. */
class ArchitectureTest {
    private static final String ENT = "fr.passerelle.ent.";
    private static final List<String> DOMAIN =
            List.of("school", "schoolclass", "leisurecentre", "person", "referent", "readiness", "communication");
    private static final JavaClasses CORE = HouseRules.mainClassesOf("fr.passerelle.ent", 100);

    @Test
    void a_feature_of_the_domain_knows_the_others_only_through_the_model() {
        for (String feature : DOMAIN) {
            noClasses()
                    .that()
                    .resideInAPackage(ENT + feature)
                    .should()
                    .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                            .and(not(resideInAnyPackage(ENT + feature, ENT + "model"))))
                    .because("a feature is read, changed and tested alone")
                    .check(CORE);
        }
    }

    @Test
    void features_of_accounts_are_told_by_the_names_of_the_spi() {
        for (String feature : List.of("authoraccount", "availability")) {
            noClasses()
                    .that()
                    .resideInAPackage(ENT + feature)
                    .should()
                    .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                            .and(not(resideInAnyPackage(ENT + feature, ENT + "model", ENT + "spi"))))
                    .because("it is a feature like the others, of accounts as connectors know them")
                    .check(CORE);
        }
    }

    @Test
    void the_domain_the_ground_floor_and_the_spi_know_no_store() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENT + "store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "java.sql..", "org.sqlite..", "org.postgresql..")
                .because("Axon 4 has no open maintenance any more: one room to leave by")
                .check(CORE);
    }

    @Test
    void the_ground_floor_stands_on_nothing() {
        noClasses()
                .that()
                .resideInAPackage(ENT + "model")
                .should()
                .dependOnClassesThat(resideInAPackage("fr.passerelle..").and(not(resideInAPackage(ENT + "model"))))
                .check(CORE);
    }

    @Test
    void the_spi_knows_only_the_ground_floor() {
        noClasses()
                .that()
                .resideInAPackage(ENT + "spi")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("fr.passerelle..").and(not(resideInAnyPackage(ENT + "spi", ENT + "model"))))
                .because("a connector must not see how its calls are scheduled or stored")
                .check(CORE);
    }

    @Test
    void keys_are_kept_without_knowing_whose() {
        noClasses()
                .that()
                .resideInAPackage(ENT + "privacy")
                .should()
                .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                        .and(not(resideInAnyPackage(ENT + "privacy", ENT + "model"))))
                .because("the store seals and opens; what erasing somebody means for the ENTs is decided above it")
                .check(CORE);
    }

    @Test
    void files_are_read_without_knowing_what_for() {
        noClasses()
                .that()
                .resideInAPackage(ENT + "intake")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("fr.passerelle..").and(not(resideInAnyPackage(ENT + "intake", ENT + "model"))))
                .because("a reader is pure: bytes in, values out")
                .check(CORE);
    }

    @Test
    void only_the_engine_touches_an_ent() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENT + "delivery..", ENT + "spi..")
                .should()
                .callMethod(Next.Call.class, "run", fr.passerelle.ent.spi.EntSession.class)
                .orShould()
                .callMethod(
                        PublishesCommunications.class,
                        "resolve",
                        fr.passerelle.ent.spi.EntSession.class,
                        fr.passerelle.ent.spi.Work.class,
                        String.class)
                .because("replaying the store must never publish anything")
                .check(CORE);
    }

    @Test
    void only_the_desk_of_files_touches_a_space() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENT + "files..", ENT + "spi..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(StoresFiles.class)
                .because("a file put without a look before is put twice")
                .check(CORE);
    }

    @Test
    void only_the_http_kit_opens_sockets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENT + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "javax.net..")
                .because("size, time, rate, redirects and addresses are guarded in one place")
                .check(CORE);
    }

    @Test
    void nobody_writes_to_the_standard_streams() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CORE);
    }

    @Test
    void rooms_know_each_other_one_way_only() {
        HouseRules.noCycles("fr.passerelle.ent.(*)..").check(CORE);
    }

    @Test
    void nobody_reads_a_clock() {
        HouseRules.NOBODY_READS_A_CLOCK.check(CORE);
    }

    @Test
    void house_rules_hold() {
        HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(CORE);
        HouseRules.NAMES_SAY_SOMETHING.check(CORE);
        HouseRules.NO_OTHER_LOGGING.check(CORE);
    }
}
