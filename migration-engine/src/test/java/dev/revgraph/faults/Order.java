package dev.revgraph.faults;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What one instance is to do, in a form that travels in a line to another process.
 *
 * @param url JDBC URL, user and password in it
 * @param folder above the revision files, see {@link Revisions}
 * @param direction {@code upgrade} or {@code downgrade}
 * @param code names of the Java revisions' classes
 */
record Order(
        String url,
        Path folder,
        String direction,
        String target,
        Duration lockTimeout,
        int lockRetries,
        Duration waitForLock,
        int connectRetries,
        List<String> code) {

    private static final String SEPARATOR = "\t";

    Order {
        code = List.copyOf(code);
    }

    static Order upgrade(String url, Path folder) {
        return new Order(
                url, folder, "upgrade", "head", Duration.ofSeconds(5), 10, Duration.ofMinutes(2), 0, List.of());
    }

    static Order upgrade(TestDatabase database, Path folder) {
        return upgrade(url(database), folder);
    }

    /** The database with its credentials, as one text. */
    static String url(TestDatabase database) {
        String separator = database.url().contains("?") ? "&" : "?";
        return database.url() + separator + "user=" + database.username() + "&password=" + database.password();
    }

    Order downgrade(String to) {
        return new Order(url, folder, "downgrade", to, lockTimeout, lockRetries, waitForLock, connectRetries, code);
    }

    Order at(String other) {
        return new Order(other, folder, direction, target, lockTimeout, lockRetries, waitForLock, connectRetries, code);
    }

    Order locks(Duration timeout, int retries) {
        return new Order(url, folder, direction, target, timeout, retries, waitForLock, connectRetries, code);
    }

    Order waitForLock(Duration limit) {
        return new Order(url, folder, direction, target, lockTimeout, lockRetries, limit, connectRetries, code);
    }

    Order connectRetries(int retries) {
        return new Order(url, folder, direction, target, lockTimeout, lockRetries, waitForLock, retries, code);
    }

    Order code(List<String> classes) {
        return new Order(
                url, folder, direction, target, lockTimeout, lockRetries, waitForLock, connectRetries, classes);
    }

    /** The move as the engine takes it. */
    Move move() {
        return direction.equals("upgrade") ? Move.upgrade(target) : Move.downgrade(target);
    }

    /** Whoever carries it out. */
    Instance instance() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return Instance.on(dataSource, Revisions.in(folder))
                .code(BatchedRevisions.named(code))
                .with(s -> s.lockTimeout(lockTimeout)
                        .lockRetries(lockRetries)
                        .waitForLock(waitForLock)
                        .connectRetries(connectRetries));
    }

    String line() {
        return String.join(
                SEPARATOR,
                url,
                folder.toString(),
                direction,
                target,
                String.valueOf(lockTimeout.toMillis()),
                String.valueOf(lockRetries),
                String.valueOf(waitForLock.toMillis()),
                String.valueOf(connectRetries),
                String.join(",", code));
    }

    static Order parse(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Order(
                parts[0],
                Path.of(parts[1]),
                parts[2],
                parts[3],
                Duration.ofMillis(Long.parseLong(parts[4])),
                Integer.parseInt(parts[5]),
                Duration.ofMillis(Long.parseLong(parts[6])),
                Integer.parseInt(parts[7]),
                Stream.of(parts[8].split(",")).filter(name -> !name.isEmpty()).toList());
    }
}
