package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The statement time-out that a failed statement ran under.
 *
 * @param where as words, for the middle of a sentence
 */
record TimeLimit(Duration length, String where) {

    private static final String SETTING = "statement_timeout";

    private static final String IN_MILLIS = "SELECT (extract(epoch FROM ?::interval) * 1000)::bigint";

    /** Nothing if there was none, or it cannot be told. */
    static Optional<TimeLimit> of(Scene scene) throws SQLException {
        Optional<Words> set = scene.undone().stream()
                .filter(words -> words.text().toLowerCase(Locale.ROOT).contains(SETTING))
                .reduce((earlier, later) -> later);
        Optional<TimeLimit> limit = set.isPresent() ? written(scene.look(), set.get()) : given(scene);
        return limit.filter(found -> !found.length().isZero());
    }

    private static Optional<TimeLimit> given(Scene scene) throws SQLException {
        FailedSql.Timing timing = scene.failed().timing();
        if (timing.own() != null) {
            return Optional.of(new TimeLimit(
                    timing.own(),
                    scene.failed().source() == FailedSql.Source.CODE
                            ? "the revision's own, `@Revision(statementTimeout = …)`"
                            : "the revision's own, `-- statement-timeout:` in its header"));
        }
        if (timing.configured() != null) {
            return Optional.of(new TimeLimit(timing.configured(), "`migration.statement-timeout`"));
        }
        return length(scene.look(), scene.timeout())
                .map(length -> new TimeLimit(length, "`statement_timeout` of the server, the database or the role"));
    }

    /** {@code SET [LOCAL] statement_timeout = '5s'}; whatever says it otherwise is not read. */
    private static Optional<TimeLimit> written(Look look, Words words) throws SQLException {
        int name = words.skip(words.skip(1, "LOCAL"), "SESSION");
        boolean plain = words.at(0, "SET")
                && words.at(name, SETTING)
                && (words.at(name + 1, "=") || words.at(name + 1, "TO"))
                && words.size() == name + 3;
        if (!plain) {
            return Optional.empty();
        }
        String value = words.between(name + 2, name + 3);
        return length(look, value.replace("'", ""))
                .map(length -> new TimeLimit(length, "`" + words.text().strip() + "` in the revision"));
    }

    /** A number alone is of milliseconds. */
    private static Optional<Duration> length(Look look, String value) throws SQLException {
        if (value.matches("[0-9]{1,15}")) {
            return Optional.of(Duration.ofMillis(Long.parseLong(value)));
        }
        List<List<String>> millis = look.attempt(IN_MILLIS, value);
        return millis.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Long.parseLong(millis.get(0).get(0))));
    }
}
