package dev.revgraph.autoconfigure.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Among all the analyzers on the class path, it has the word on whatever the engine throws. */
class MigrationFailureAnalyzerTest {

    @Test
    void passesOnDescriptionAndActionOfAnyException() {
        MigrationException problem = new Thrown();

        FailureAnalysis analysis = analyzed(new BeanCreationException("migrationInitializer", "fails", problem));

        assertThat(analysis.getDescription()).isEqualTo("It is broken.");
        assertThat(analysis.getAction()).isEqualTo("Mend it.");
        assertThat(analysis.getCause()).isSameAs(problem);
    }

    /** As Boot asks them, but for those that want a bean factory. */
    private static FailureAnalysis analyzed(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static final class Thrown extends MigrationException {

        Thrown() {
            super(ErrorCode.USAGE, "It is broken.", "Mend it.", List.of());
        }
    }
}
