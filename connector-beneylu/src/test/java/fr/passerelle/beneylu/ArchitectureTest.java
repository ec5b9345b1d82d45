package fr.passerelle.beneylu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.passerelle.ent.HouseRules;
import org.junit.jupiter.api.Test;

/** The rules of the house for this module; the sandbox ships too, so it is held to them like main code. */
class ArchitectureTest {
    private static final JavaClasses MAIN = HouseRules.mainClassesOf("fr.passerelle.beneylu", 25);
    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .withImportOption(location ->
                    !location.matches(java.util.regex.Pattern.compile(".*(Test|Properties)(\\$.*)?\\.class")))
            .importPackages("fr.passerelle.beneylu.sandbox");

    @Test
    void the_connector_knows_the_spi_the_http_kit_and_the_ground_floor_only() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                        .and(not(resideInAnyPackage(
                                "fr.passerelle.beneylu..",
                                "fr.passerelle.ent.spi",
                                "fr.passerelle.ent.http",
                                "fr.passerelle.ent.model"))))
                .check(MAIN);
    }

    @Test
    void the_connector_opens_no_socket_of_its_own() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "javax.net..", "com.sun.net..")
                .check(MAIN);
    }

    @Test
    void the_sandbox_needs_the_jdk_and_what_the_connector_needs_at_run_time() {
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "com.sun.net.httpserver..",
                        "fr.passerelle.ent.sandbox",
                        "fr.passerelle.beneylu..",
                        "tools.jackson..",
                        "org.jsoup..",
                        "org.jspecify..")))
                .check(SANDBOX);
    }

    @Test
    void house_rules_hold_for_connector_and_sandbox() {
        for (JavaClasses classes : java.util.List.of(MAIN, SANDBOX)) {
            HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(classes);
            HouseRules.NAMES_SAY_SOMETHING.check(classes);
            HouseRules.NO_OTHER_LOGGING.check(classes);
            HouseRules.NOBODY_READS_A_CLOCK.check(classes);
        }
        HouseRules.noCycles("fr.passerelle.beneylu.(*)..").check(MAIN);
    }
}
