package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Refusal;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.sql.Connection;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What is configured to connect with makes no sense: it is explained, and no secret in it is repeated. */
@PostgresTest
class RefusedConnectionTest {

    private final TestDatabase application;

    RefusedConnectionTest(TestDatabase application) {
        this.application = application;
    }

    @Test
    void isRefusedWithAPasswordOfNobody() {
        Applications.on(application)
                .withPropertyValues("migration.password=hunter2")
                .run(context -> {
                    var refusal = Refusal.of(context);
                    assertThat(refusal.getMessage() + refusal.action())
                            .contains("\"migration.username\" is not")
                            .doesNotContain("hunter2");
                });
    }

    @Test
    void isRefusedWithAUrlThatIsNotForJdbc() {
        Applications.on(application)
                .withPropertyValues("migration.url=postgres://ann:hunter2@localhost/app")
                .run(context -> {
                    var refusal = Refusal.of(context);
                    assertThat(refusal.getMessage() + refusal.action())
                            .contains("no JDBC URL")
                            .doesNotContain("hunter2");
                });
    }

    @Test
    void isRefusedWithAUrlThatNoDriverTakes() {
        Applications.on(application)
                .withPropertyValues("migration.url=jdbc:nothing://ann:hunter2@localhost/app")
                .run(context -> {
                    var refusal = Refusal.of(context);
                    assertThat(refusal.getMessage() + refusal.action())
                            .contains("\"jdbc:nothing:\"", "no driver", "`migration.url`")
                            .doesNotContain("hunter2");
                });
    }

    @Test
    void isExplainedWhenAPoolThrowsWhatItDoesNotDeclare() {
        Applications.bare()
                .withBean("main", DataSource.class, () -> new AbstractDataSource() {

                    @Override
                    public Connection getConnection() {
                        throw new IllegalStateException("No way to jdbc:h2://ann:hunter2@localhost/app");
                    }

                    @Override
                    public Connection getConnection(String username, String password) {
                        return getConnection();
                    }
                })
                .run(context -> {
                    var refusal = Refusal.of(context);
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CONNECTION);
                    assertThat(refusal).hasMessageContaining("No way to");
                    assertThat(context.getStartupFailure())
                            .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                            .extracting(Throwables::getStackTrace, InstanceOfAssertFactories.STRING)
                            .doesNotContain("hunter2");
                });
    }
}
