package dev.revgraph.autoconfigure.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import dev.revgraph.autoconfigure.actuate.MigrationsEndpointAutoConfiguration;
import dev.revgraph.autoconfigure.app.code.CodeApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.revision.RevisionClasses;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.StatusProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.jdbc.core.JdbcTemplate;

/** The starter in an application that is processed ahead of time, for a native image or a faster start. */
class AheadOfTimeTest {

    private static final String REVISION = "dev.revgraph.autoconfigure.app.code.GiveEverybodyAnAddress";

    private final TestGenerationContext generated = new TestGenerationContext(CodeApplication.class);

    @Test
    void keepsRevisionFiles() {
        process("migration.locations=classpath:db/revisions,classpath:/of/my/own/");
        for (String path :
                List.of("db/revisions/a.sql", "db/revisions/x/a.sql", "db/repeatable/v.sql", "of/my/own/a.sql")) {
            assertThat(RuntimeHintsPredicates.resource().forResource(path))
                    .as(path)
                    .accepts(hints());
        }
        assertThat(RuntimeHintsPredicates.resource().forResource("somewhere/else/a.sql"))
                .rejects(hints());
    }

    @Test
    void keepsTheConstructorsOfRevisions() {
        process();
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(TypeReference.of(REVISION))
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .accepts(hints());
    }

    @Test
    void keepsWhatTheEndpointShows() {
        process("management.endpoints.web.exposure.include=migrations");
        for (Class<?> shown : List.of(StatusProblem.class, HistoryEntry.class)) {
            assertThat(RuntimeHintsPredicates.reflection().onType(shown)).accepts(hints());
        }
        for (String error : List.of("ErrorBody", "ErrorBody$Details")) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(TypeReference.of("dev.revgraph.autoconfigure.actuate." + error))
                            .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                    .accepts(hints());
        }
    }

    @Test
    @CompileWithForkedClassLoader
    @SuppressWarnings("unchecked")
    void migratesInTheOrderThatWasDecidedWhenItWasBuilt() {
        ClassName initializer = process();
        try (TestDatabase database = TestDatabase.create()) {
            TestCompiler.forSystem().with(generated).compile(compiled -> {
                GenericApplicationContext context = new GenericApplicationContext();
                TestPropertyValues.of(Applications.connection(database)).applyTo(context);
                ApplicationContextInitializer<GenericApplicationContext> start =
                        compiled.getInstance(ApplicationContextInitializer.class, initializer.toString());
                start.initialize(context);
                try (context) {
                    context.refresh();
                    assertThat(context.getBeanFactory()
                                    .getBeanDefinition("jdbcTemplate")
                                    .getDependsOn())
                            .contains("migrationInitializer");
                    assertThat(context.getBean(RevisionClasses.class).names()).containsExactly(REVISION);
                    assertThat(context.getBean(JdbcTemplate.class)
                                    .queryForList("SELECT email FROM account", String.class))
                            .containsExactly("java@example.org");
                }
            });
        }
    }

    private ClassName process(String... properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Application.class);
        TestPropertyValues.of("spring.datasource.url=jdbc:postgresql://localhost:1/nowhere")
                .and(properties)
                .applyTo(context);
        ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
        generated.writeGeneratedContent();
        return initializer;
    }

    private RuntimeHints hints() {
        return generated.getRuntimeHints();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = CodeApplication.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        MigrationAutoConfiguration.class,
        MigrationsEndpointAutoConfiguration.class
    })
    static class Application {}
}
