package dev.revgraph.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is optional stays apart, and what is public is a promise. */
@AnalyzeClasses(packages = "dev.revgraph.test", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule BINARIES_STAY_APART = onlyIn("EmbeddedServer", "io.zonky..");

    @ArchTest
    static final ArchRule CONTAINERS_STAY_APART = onlyIn("ContainerServer", "org.testcontainers..");

    @ArchTest
    static final ArchRule SPRING_BOOT_IS_NOT_NEEDED =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot..");

    @ArchTest
    static final ArchRule WHAT_IS_PUBLIC_IS_ABOUT_MIGRATIONS =
            classes().that().arePublic().should().haveSimpleNameStartingWith("Migration");

    private static ArchRule onlyIn(String type, String packages) {
        return noClasses()
                .that(not(simpleName(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }
}
