package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    @ParameterizedTest
    @CsvSource({
        "classpath:db/revisions, CLASSPATH, db/revisions",
        "classpath:/db/revisions/, CLASSPATH, db/revisions",
        "' classpath: db/revisions ', CLASSPATH, db/revisions",
        "filesystem:db/revisions, FILESYSTEM, db/revisions",
        "filesystem:/var/db, FILESYSTEM, /var/db",
        "filesystem:../db, FILESYSTEM, ../db"
    })
    void isReadFromText(String text, Location.Kind kind, String path) {
        assertThat(Location.parse(text)).isEqualTo(new Location(kind, path, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db/revisions", "file:db/revisions", "classpath*:db", "C:\\db", "Classpath:db", ""})
    void withoutAKnownPrefixIsRefusedNamingBoth(String text) {
        assertThatThrownBy(() -> Location.parse(text)).isInstanceOfSatisfying(LocationException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(e)
                    .hasMessage("The location \"" + text
                            + "\" begins neither with \"classpath:\" nor with \"filesystem:\".");
            assertThat(e.action()).contains("\"classpath:" + text).contains("\"filesystem:" + text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:", "classpath:/", "filesystem:", "filesystem: "})
    void needsAPath(String text) {
        assertThatThrownBy(() -> Location.parse(text))
                .isInstanceOf(LocationException.class)
                .hasMessageContaining("has no path");
    }

    @Test
    void takesNoWildcards() {
        assertThatThrownBy(() -> Location.parse("classpath:db/*/revisions"))
                .isInstanceOf(LocationException.class)
                .hasMessageContaining("contains a wildcard");
    }

    @Test
    void isShownAsItIsWritten() {
        assertThat(Location.parse("classpath:/db/revisions")).hasToString("classpath:db/revisions");
    }
}
