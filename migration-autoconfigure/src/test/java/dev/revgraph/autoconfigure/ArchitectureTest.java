package dev.revgraph.autoconfigure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.revgraph.MigrationException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;

/** The house rules of the starter. */
@AnalyzeClasses(packages = "dev.revgraph.autoconfigure", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.revgraph.autoconfigure";

    @ArchTest
    static final ArchRule AUTO_CONFIGURATIONS_ARE_FINAL = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("AutoConfiguration");

    @ArchTest
    static final ArchRule BEAN_METHODS_ARE_PACKAGE_PRIVATE =
            methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule CONTAINERS_STAY_APART = onlyIn("connection", "org.testcontainers..");

    @ArchTest
    static final ArchRule ACTUATOR_STAYS_APART = onlyIn("actuate", "org.springframework.boot.actuate..");

    @ArchTest
    static final ArchRule HEALTH_STAYS_APART = onlyIn("health", "org.springframework.boot.health..");

    @ArchTest
    static final ArchRule HIBERNATE_STAYS_APART = onlyIn("entities", "org.hibernate..");

    @ArchTest
    static final ArchRule OBSERVATIONS_HAVE_NO_METERS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".observation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer.core..");

    @ArchTest
    static final ArchRule MICROMETER_STAYS_APART = noClasses()
            .that(not(resideInAPackage(ROOT + ".metrics")).and(not(resideInAPackage(ROOT + ".observation"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    /** What a person gets to see then has a message and an action, see {@link MigrationException}. */
    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_ONE_TREE = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .and()
            .doNotHaveModifier(JavaModifier.PRIVATE)
            .should()
            .beAssignableTo(MigrationException.class);

    @ArchTest
    static final ArchRule ROLES_FORM_NO_CIRCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyAutoConfigurationIsRegistered(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(
                        ImportCandidates.load(AutoConfiguration.class, ArchitectureTest.class.getClassLoader())
                                .getCandidates()
                                .stream()
                                .filter(name -> name.startsWith("dev.revgraph."))
                                .toList());
    }

    private static ArchRule onlyIn(String room, String packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }
}
