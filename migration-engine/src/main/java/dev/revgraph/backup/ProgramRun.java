package dev.revgraph.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One of PostgreSQL's programs at work. It ends with this process, and with an interrupt. */
final class ProgramRun {

    /** Lines of what it said last that are kept for an error. */
    private static final int KEPT = 20;

    private ProgramRun() {}

    /**
     * Runs it to its end.
     *
     * @param environment added to that of this process; it holds the password, the command line does not
     * @param lines told every line the program says
     * @return its exit code, and what it said last
     * @throws InterruptedException if this thread is interrupted; the program is ended then
     */
    static Result run(List<String> command, Map<String, String> environment, Consumer<String> lines)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Of the surroundings only what says nothing of a connection: that is for the login to say.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !name.startsWith("PGPASSFILE"));
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        Thread end = new Thread(process::destroy, "revgraph-end-" + command.get(0));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process.getOutputStream().close();
            Deque<String> last = listen(process, lines);
            return new Result(process.waitFor(), String.join("\n", last));
        } finally {
            process.destroy();
            forget(end);
        }
    }

    private static Deque<String> listen(Process process, Consumer<String> lines)
            throws IOException, InterruptedException {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                lines.accept(line);
                last.addLast(line);
                if (last.size() > KEPT) {
                    last.removeFirst();
                }
            }
        }
        return last;
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException thisProcessEnds) {
            // Nothing to forget: the hook is at work, and takes the program with it.
        }
    }

    /** @param words what it said last */
    record Result(int exitCode, String words) {

        boolean failed() {
            return exitCode != 0;
        }

        /** That it failed, with the line in which programs of PostgreSQL's say why. */
        String sentence(String program) {
            String why = words.lines()
                    .filter(line -> line.startsWith(program + ": error: "))
                    .findFirst()
                    .map(line -> ": " + line.substring((program + ": error: ").length()))
                    .orElse("");
            return "`" + program + "` ends with exit code " + exitCode + why + ".";
        }
    }
}
