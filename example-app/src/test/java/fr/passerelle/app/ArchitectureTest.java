package fr.passerelle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import fr.passerelle.app.cli.Console;
import fr.passerelle.ent.HouseRules;
import org.junit.jupiter.api.Test;

/** The rules of the house for the app, each with its reason. An exemption is one line that gives its own. */
class ArchitectureTest {
    private static final String APP = "fr.passerelle.app.";
    private static final JavaClasses MAIN = HouseRules.mainClassesOf("fr.passerelle.app", 80);

    @Test
    void pages_and_commands_know_no_connector() {
        noClasses()
                .that()
                .resideInAnyPackage(APP + "web..", APP + "cli..", APP + "town..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.passerelle.one..", "fr.passerelle.beneylu..", "fr.passerelle.lilie..")
                .because("a connector is found by its name in the settings; another one changes no page")
                .check(MAIN);
    }

    @Test
    void the_town_knows_neither_pages_nor_commands() {
        noClasses()
                .that()
                .resideInAPackage(APP + "town..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        APP + "web..",
                        APP + "cli..",
                        APP + "demo..",
                        "org.springframework.web..",
                        "org.springframework.security..",
                        "jakarta.servlet..",
                        "picocli..")
                .because("both speak with one town, and a command starts no web server")
                .check(MAIN);
    }

    @Test
    void pictures_are_made_safe_without_knowing_for_whom() {
        noClasses()
                .that()
                .resideInAPackage(APP + "picture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(APP + "town..", APP + "web..", APP + "cli..", "org.springframework..")
                .because("bytes come in and bytes go out, whoever sends them")
                .check(MAIN);
    }

    @Test
    void commands_start_without_a_web_server() {
        noClasses()
                .that()
                .resideInAPackage(APP + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(APP + "web..", APP + "demo..", "org.springframework..")
                .because("only serve starts Spring")
                .check(MAIN);
    }

    @Test
    void only_the_command_lines_console_speaks_to_the_standard_streams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Console.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a command may speak to another process's terminal")
                .check(MAIN);
    }

    @Test
    void only_the_beginning_of_the_program_reads_the_systems_clock() {
        ArchRule rule = HouseRules.NOBODY_READS_A_CLOCK;
        // Somebody must choose it: where the program begins.
        rule.check(MAIN.that(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(Main.class.getName())
                .negate()));
    }

    @Test
    void house_rules_hold() {
        HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(MAIN);
        HouseRules.NAMES_SAY_SOMETHING.check(MAIN);
        HouseRules.NO_OTHER_LOGGING.check(MAIN);
    }
}
