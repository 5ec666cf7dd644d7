package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "5s, PT5S",
        "5 s, PT5S",
        "2min, PT2M",
        "2m, PT2M",
        "1h, PT1H",
        "2d, PT48H",
        "PT5S, PT5S",
        "0, PT0S",
        "0s, PT0S"
    })
    void isANumberWithAUnit(String text, Duration expected) {
        assertThat(DurationText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "s",
                "5 seconds",
                "5S",
                "-5s",
                "1.5s",
                "5us",
                "PT",
                "P1Y",
                "PT-5S",
                "PT0.0001S",
                "99999999999s",
                "25d",
                "PT600000H",
                "five"
            })
    void isNothingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
