package dev.revgraph.autoconfigure.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.autoconfigure.app.code.CodeApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;

/** Revisions that an application writes in Java. */
@PostgresTest
class RevisionClassesTest {

    private static final String FOUND = "dev.revgraph.autoconfigure.app.code.GiveEverybodyAnAddress";

    @Test
    void areFoundInThePackagesOfTheApplicationAndRun(TestDatabase database) {
        Applications.on(database).withUserConfiguration(InTheApplication.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(RevisionClasses.class).names()).containsExactly(FOUND);
            assertThat(database.jdbc()
                            .sql("SELECT email FROM account")
                            .query(String.class)
                            .list())
                    .containsExactly("java@example.org");
        });
    }

    @Test
    void areFoundInThePackagesOfEntities(TestDatabase database) {
        Applications.on(database)
                .withUserConfiguration(AmongEntities.class)
                .run(context -> assertThat(
                                context.getBean(RevisionClasses.class).names())
                        .containsExactly(FOUND));
    }

    @Test
    void areNoneInAnApplicationWithoutPackages(TestDatabase database) {
        Applications.on(database)
                .run(context -> assertThat(
                                context.getBean(RevisionClasses.class).names())
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NoRevision       | does not implement JavaRevision        | implement `dev.revgraph.revision.JavaRevision`",
                "Abstract         | it is abstract                         | Move @Revision",
                "WithArgument     | has no constructor without parameters  | `RevisionContext`",
                "Inner            | has no constructor without parameters  | make the class static",
                "Failing          | its constructor fails                  | into `upgrade` or `downgrade`"
            })
    void areRefusedWithTheReason(String name, String reason, String action) {
        String className = RevisionClassesTest.class.getName() + "$" + name;
        RevisionClasses classes = new RevisionClasses(className);
        assertThatThrownBy(() -> classes.instantiate(getClass().getClassLoader()))
                .isInstanceOfSatisfying(
                        RevisionClassException.class,
                        refusal -> assertThat(refusal.action()).contains(action))
                .hasMessageContaining("\"" + className + "\"")
                .hasMessageContaining(reason);
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = CodeApplication.class)
    static class InTheApplication {}

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackages = "dev.revgraph.none")
    @EntityScan(basePackageClasses = CodeApplication.class)
    static class AmongEntities {}

    @Revision(id = "no_revision", revises = "base")
    static final class NoRevision {}

    @Revision(id = "abstract", revises = "base")
    abstract static class Abstract implements JavaRevision {}

    @Revision(id = "with_argument", revises = "base")
    static final class WithArgument extends Abstract {

        WithArgument(String argument) {
            assertThat(argument).isNotNull();
        }

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Revision(id = "inner", revises = "base")
    @SuppressWarnings("ClassCanBeStatic")
    final class Inner extends Abstract {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Revision(id = "failing", revises = "base")
    static final class Failing extends Abstract {

        Failing() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void upgrade(RevisionContext context) {}
    }
}
