package dev.revgraph.autoconfigure.diagnostics;

import dev.revgraph.MigrationException;
import dev.revgraph.run.NotPostgresException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/** The engine's exceptions say what is wrong and what to do; this only passes it on. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> implements Ordered {

    private static final String TEST_DATABASE =
            "org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        String action = cause.action();
        if (cause instanceof NotPostgresException && isTest()) {
            action += System.lineSeparator() + System.lineSeparator()
                    + "If this is a test slice such as @JdbcTest or @DataJpaTest: it replaces the data source by an"
                    + " embedded one. Put `@AutoConfigureTestDatabase(replace = Replace.NONE)` on the test, or set"
                    + " `spring.test.database.replace=none`.";
        }
        return new FailureAnalysis(description(cause), action, cause);
    }

    private static String description(MigrationException cause) {
        String details = cause.details();
        String gap = System.lineSeparator() + System.lineSeparator();
        return details.isEmpty() ? cause.getMessage() : cause.getMessage() + gap + details;
    }

    private static boolean isTest() {
        return ClassUtils.isPresent(TEST_DATABASE, MigrationFailureAnalyzer.class.getClassLoader());
    }

    /** What the engine knows beats what can be guessed from the exceptions around it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
