package fr.passerelle.ent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of the house for a connector; its sandbox ships too, so it is held to them like main code. Each connector's
 * {@code ArchitectureTest} says which one it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorRules {
    private static final Pattern TESTS = Pattern.compile(".*(Test|Properties)(\\$.*)?\\.class");

    private final String base;
    private final List<String> others;
    private final JavaClasses connector;
    private final JavaClasses sandbox;

    /**
     * @param base the connector's package; its sandbox is the package of that name below
     * @param atLeast classes, so that an empty scan cannot pass
     * @param others packages of another connector that this one speaks through
     */
    protected ConnectorRules(String base, int atLeast, String... others) {
        this.base = base;
        this.others = List.of(others);
        connector = HouseRules.mainClassesOf(base, atLeast);
        sandbox = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .withImportOption(location -> !location.matches(TESTS))
                .importPackages(base + ".sandbox");
    }

    private String[] own(String... more) {
        return Stream.of(Stream.of(base + ".."), others.stream(), Stream.of(more))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
    }

    @Test
    void the_connector_knows_the_spi_the_http_kit_and_the_ground_floor_only() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                        .and(not(resideInAnyPackage(
                                own("fr.passerelle.ent.spi", "fr.passerelle.ent.http", "fr.passerelle.ent.model")))))
                .check(connector);
    }

    @Test
    void the_connector_opens_no_socket_of_its_own() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "javax.net..", "com.sun.net..")
                .check(connector);
    }

    @Test
    void the_sandbox_needs_the_jdk_and_what_the_connector_needs_at_run_time() {
        String[] others = this.others.stream().map(name -> name + "..").toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(own(
                                "java..",
                                "com.sun.net.httpserver..",
                                "fr.passerelle.ent.sandbox",
                                "tools.jackson..",
                                "org.jsoup..",
                                "org.jspecify.."))
                        .or(resideInAnyPackage(others))))
                .check(sandbox);
    }

    @Test
    void house_rules_hold_for_connector_and_sandbox() {
        for (JavaClasses classes : List.of(connector, sandbox)) {
            HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(classes);
            HouseRules.NAMES_SAY_SOMETHING.check(classes);
            HouseRules.NO_OTHER_LOGGING.check(classes);
            HouseRules.NOBODY_READS_A_CLOCK.check(classes);
        }
        HouseRules.noCycles(base + ".(*)..").check(connector);
    }
}
