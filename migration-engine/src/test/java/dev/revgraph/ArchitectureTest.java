package dev.revgraph;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The tree is the architecture; these rules keep it so. */
@AnalyzeClasses(packages = "dev.revgraph", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule GRAPH_IS_PURE = classes()
            .that()
            .resideInAPackage("dev.revgraph.graph..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..", "java.util..", "org.jspecify.annotations", "dev.revgraph", "dev.revgraph.graph..");

    /** Of the engine's root, the graph sees the base types only, never the facade. */
    @ArchTest
    static final ArchRule GRAPH_SEES_BASE_TYPES_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.revgraph.graph..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev\\.revgraph\\.(?!ErrorCode|MigrationException)[A-Z].*");

    /** What a person gets to see then has a message and an action, see {@link MigrationException}. */
    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_ONE_TREE = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .and()
            .doNotHaveModifier(PRIVATE)
            .should()
            .beAssignableTo(MigrationException.class);

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.revgraph.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_AFTER_FEATURES =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..");

    @ArchTest
    static final ArchRule CLASSES_ARE_NAMED_AFTER_WHAT_THEY_ARE =
            noClasses().should().haveNameMatching(".*(Utils?|Common|Helper|Impl|Manager)");

    @ArchTest
    static final ArchRule NOTHING_PUBLIC_CAN_BE_REASSIGNED = fields().that()
            .areDeclaredInClassesThat()
            .haveModifier(PUBLIC)
            .and()
            .haveModifier(PUBLIC)
            .should()
            .haveModifier(FINAL)
            .allowEmptyShould(true);
}
