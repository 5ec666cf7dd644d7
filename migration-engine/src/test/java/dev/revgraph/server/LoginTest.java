package dev.revgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class LoginTest {

    /** Backups go through here too, and shadows that are given: the message speaks of the address alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:xx/shop?password=hush",
                "jdbc:mysql://localhost/shop?password=hush",
                "shop"
            })
    void refusesAnAddressThatTheDriverDoesNotUnderstand(String url) {
        assertThatThrownBy(new Login(url, "app", "hush")::dataSource)
                .isInstanceOfSatisfying(MigrationException.class, refused -> {
                    assertThat(refused).isInstanceOf(AddressException.class);
                    assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
                    assertThat(refused.getMessage() + refused.action())
                            .contains("address of the database")
                            .doesNotContain("shadow", "hush");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://localhost/shop?user=owner&password=own", "jdbc:postgresql://localhost/shop"})
    void prefersTheUserThatTheUrlNames(String url) {
        PGSimpleDataSource found = new Login(url, "app", "hush").dataSource("other");

        assertThat(found.getUser()).isEqualTo(url.contains("?") ? "owner" : "app");
        assertThat(found.getPassword()).isEqualTo(url.contains("?") ? "own" : "hush");
        assertThat(found.getDatabaseName()).isEqualTo("other");
    }
}
