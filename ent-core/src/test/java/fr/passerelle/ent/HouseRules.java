package fr.passerelle.ent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Rules that hold in every module; each module's {@code ArchitectureTest} runs them over its own classes. */
public final class HouseRules {
    private HouseRules() {}

    /**
     * The classes of a module without its tests.
     *
     * @param atLeast so that an empty scan cannot pass
     */
    public static JavaClasses mainClassesOf(String basePackage, int atLeast) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(basePackage);
        if (classes.size() < atLeast) {
            throw new AssertionError("Only " + classes.size() + " classes were found in " + basePackage + ", at least "
                    + atLeast + " are expected: the rules would prove nothing.");
        }
        return classes;
    }

    /** Null is a value like another: every package says where it may stand. */
    public static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<JavaClass>("stand in a package marked @NullMarked") {
                private final Set<String> seen = new HashSet<>();

                @Override
                public void check(JavaClass javaClass, ConditionEvents events) {
                    if (seen.add(javaClass.getPackageName())) {
                        boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                javaClass, marked, javaClass.getPackageName() + " is not marked"));
                    }
                }
            });

    /** A name says what a thing is for. */
    public static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    /** One way of logging: SLF4J. */
    public static final ArchRule NO_OTHER_LOGGING =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    /** Time is handed in, so that a test can be at any moment. */
    public static final ArchRule NOBODY_READS_A_CLOCK = noClasses()
            .that()
            // The front door: somebody must choose the system's clock where nobody hands another in.
            .doNotHaveFullyQualifiedName("fr.passerelle.ent.PasserelleBuilder")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Rooms know each other one way only. */
    public static ArchRule noCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }
}
