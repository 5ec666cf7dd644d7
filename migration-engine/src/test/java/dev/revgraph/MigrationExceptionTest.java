package dev.revgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown on purpose says what is wrong and what to do. */
class MigrationExceptionTest {

    @Test
    void carriesBoth() {
        MigrationException exception = new Thrown("It is broken.", "Mend it.");

        assertThat(exception).hasMessage("It is broken.");
        assertThat(exception.action()).isEqualTo("Mend it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void isNeverWithoutAMessage(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thrown(blank, "Mend it."))
                .withMessageContaining("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void isNeverWithoutAnAction(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thrown("It is broken.", blank))
                .withMessageContaining("action");
    }

    private static final class Thrown extends MigrationException {

        Thrown(String message, String action) {
            super(ErrorCode.USAGE, message, action, List.of());
        }
    }
}
