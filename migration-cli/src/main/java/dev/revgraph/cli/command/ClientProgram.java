package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code pg_dump} that would be started for a backup. */
final class ClientProgram {

    /** The version is the first number behind the product's name: {@code pg_dump (PostgreSQL) 17.2 (Debian …)}. */
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d{1,4})");

    private static final long SECONDS = 10;

    private final String programPath;

    /** @param programPath the folders to look in, as {@code PATH} names them */
    ClientProgram(String programPath) {
        this.programPath = programPath;
    }

    /** What is wrong if the program cannot dump a server of this major version; nothing if there is no program. */
    Optional<StatusProblem> olderThan(int server) {
        return find().flatMap(program -> {
            OptionalInt version = version(program);
            return version.isEmpty() || version.getAsInt() >= server
                    ? Optional.empty()
                    : Optional.of(new StatusProblem(
                            ErrorCode.CLIENT_VERSION.text(),
                            null,
                            "The program \"" + program + "\" has version " + version.getAsInt()
                                    + " and refuses to dump a server of version " + server
                                    + ", so a backup before the upgrade would fail.",
                            "Install the client programs of version " + server
                                    + " or newer (`apt-get install postgresql-client-" + server
                                    + "`), and put their folder first in PATH."));
        });
    }

    private Optional<Path> find() {
        return Arrays.stream(programPath.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("pg_dump", "pg_dump.exe").map(name -> Path.of(folder, name)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Nothing if the program does not say it, as one that cannot be started here. */
    private static OptionalInt version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        } catch (IOException cannotBeStarted) {
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
