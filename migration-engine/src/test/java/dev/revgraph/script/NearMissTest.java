package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource({
        "revise, revises",
        "revisse, revises",
        "reviess, revises",
        "revisoin, revision",
        "depends, depends-on",
        "brnach, branch",
        "lock-timeot, lock-timeout",
        "saef, safe"
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(NearMiss.of(written, HeaderKey.texts())).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "see", "x", "", "jira"})
    void findsNothingFarAway(String written) {
        assertThat(NearMiss.of(written, HeaderKey.texts())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "ba"})
    void decidesBetweenEqualsByName(String written) {
        assertThat(NearMiss.of(written, List.of("zb", "bb", "aa"))).contains("aa");
    }
}
