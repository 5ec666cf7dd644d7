package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "20250515_add_tier-limits.v2", "3f2a", "Größe", "_x", "headless", "x-1"})
    void isMadeOfLettersDigitsAndAFewSigns(String text) {
        assertThat(new RevisionId(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''    | An id is empty.
                    a@b   | contains COMMERCIAL AT
                    a:b   | contains COLON
                    a+1   | contains PLUS SIGN
                    a b   | contains SPACE
                    a/b   | contains SOLIDUS
                    -1    | begins with "-"
                    head  | a meaning of its own
                    heads | a meaning of its own
                    base  | a meaning of its own
                    current | a meaning of its own
                    """)
    void refusesWhatTargetsCouldNotName(String text, String objection) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevisionId(text))
                .withMessageContaining(objection);
    }

    @Test
    void hasAtMostTwoHundredCharacters() {
        assertThat(new RevisionId("a".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevisionId("a".repeat(201)))
                .withMessageContaining("has 201 characters");
    }
}
