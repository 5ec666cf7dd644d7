package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UrlSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:xx/db?user=me&password=hush",
                "jdbc:postgresql://me:hush@localhost/db",
                "jdbc:nothing://me:hush@localhost/db"
            })
    void areNeitherInTheMessageNorInItsCauses(String url) {
        assertThat(DriverManager.drivers()).isNotEmpty();
        Connector connector = new Connector(new DriverManagerDataSource(url), 0, Sleeper::real);
        assertThatThrownBy(connector::open).isInstanceOfSatisfying(ConnectionException.class, failure -> {
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(all.toString()).doesNotContain("hush");
        });
    }

    @Test
    void leaveEverythingElseAsItIs() {
        String message = "Connection to localhost:1 refused, see https://example.org/a@b: nothing.";
        assertThat(UrlSecrets.hidden(message)).isEqualTo(message);
        assertThat(UrlSecrets.hidden("jdbc:postgresql://h/db?password=a&x=1"))
                .isEqualTo("jdbc:postgresql://h/db?password=…&x=1");
    }
}
