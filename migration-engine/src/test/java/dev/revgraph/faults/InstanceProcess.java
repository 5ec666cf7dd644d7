package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An instance in a JVM of its own, seen from the test: what it says, and how it is ended. Thread-safe. */
final class InstanceProcess implements AutoCloseable {

    /** Long enough for a JVM on a machine that is busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private boolean ended;

    private InstanceProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "instance-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a JVM that waits for its order. */
    static InstanceProcess prepare() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                InstanceMain.class.getName());
        return new InstanceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts a JVM and gives it its order. */
    static InstanceProcess start(Order order) throws IOException {
        InstanceProcess instance = prepare();
        instance.give(order);
        return instance;
    }

    /** It need not be ready: the order waits for it. */
    void give(Order order) throws IOException {
        process.getOutputStream().write((order.line() + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException closed) {
            hear("(its output is closed: " + closed.getMessage() + ")");
        }
        end();
    }

    private synchronized void hear(String line) {
        said.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** All its lines so far. */
    synchronized List<String> said() {
        return List.copyOf(said);
    }

    /** The first line of a kind; fails if the process ends without it. */
    synchronized String await(Predicate<String> line) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (String candidate : said) {
                if (line.test(candidate)) {
                    return candidate;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(ended || left <= 0)
                    .as("the process has not said what is awaited, but %s", said)
                    .isFalse();
            wait(Math.max(1, left));
        }
    }

    String awaitStart(String revision) throws InterruptedException {
        return await(("started " + revision)::equals);
    }

    /** Waits for its end. */
    List<String> awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the process ends; it said %s", said())
                .isTrue();
        synchronized (this) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!ended && System.nanoTime() < deadline) {
                wait(100);
            }
            return said();
        }
    }

    /** Waits for its end and fails unless it was a good one. */
    List<String> awaitSuccess() throws InterruptedException {
        List<String> lines = awaitEnd();
        assertThat(process.exitValue()).as("exit code of %s", lines).isZero();
        assertThat(lines).anyMatch(line -> line.startsWith("done "));
        return lines;
    }

    /** As {@code kill -9} does: it gets no chance to say good-bye. */
    void kill() {
        process.destroyForcibly();
    }

    /** As {@code kill} does, and a platform that ends an instance; what it says then is still heard. */
    void terminate() {
        process.toHandle().destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
