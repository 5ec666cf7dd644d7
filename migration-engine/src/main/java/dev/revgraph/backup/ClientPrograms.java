package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds PostgreSQL's programs on this machine: in the folder that is named, else in those of {@code PATH}, else where
 * Linux distributions put several versions side by side. Immutable and thread-safe.
 *
 * <p>{@code pg_dump} refuses a server that is newer than itself, so of what is found the first one that is new enough is
 * taken (<a href="https://www.postgresql.org/docs/current/app-pgdump.html">pg_dump, Notes</a>).
 */
public final class ClientPrograms {

    /** What every command and every start can be told; only some commands have an option for it. */
    private static final String NAMED =
            " the variable MIGRATION_BACKUP_PROGRAMS or the property `migration.backup.programs`.";

    /** The version is the first number behind the product's name: {@code pg_dump (PostgreSQL) 17.2 (Debian …)}. */
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d{1,4})");

    private static final long SECONDS = 10;

    /** Debian's and its relatives', and that of the PostgreSQL project's own RPM packages. */
    private static final List<Path> SIDE_BY_SIDE = List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr"));

    private static final Pattern VERSIONED = Pattern.compile("(pgsql-)?(\\d{2})");

    private final String path;
    private final @Nullable Path folder;

    /**
     * @param path the folders to look in, as {@code PATH} names them
     * @param folder the only folder to look in; {@code null} for the usual ones
     */
    public ClientPrograms(String path, @Nullable Path folder) {
        this.path = path;
        this.folder = folder;
    }

    /**
     * The program to use with a server.
     *
     * @throws BackupException if there is none, or none that is new enough
     */
    ClientProgram require(String name, int server) {
        List<ClientProgram> found = find(name);
        return found.stream()
                .filter(program -> program.major() >= server)
                .findFirst()
                .orElseThrow(() -> found.isEmpty() ? missing(name, server) : tooOld(found.get(0), server));
    }

    /** What is wrong if no {@code pg_dump} on this machine can dump the server; nothing if there is no such program at all. */
    public Optional<StatusProblem> objection(int server) {
        List<ClientProgram> found = find("pg_dump");
        if (found.isEmpty() || found.stream().anyMatch(program -> program.major() >= server)) {
            return Optional.empty();
        }
        BackupException refusal = tooOld(found.get(0), server);
        return Optional.of(new StatusProblem(refusal.code().text(), null, refusal.getMessage(), refusal.action()));
    }

    private BackupException missing(String name, int server) {
        return new BackupException(
                ErrorCode.CLIENT_VERSION,
                "The program `" + name + "` is not found "
                        + (folder == null ? "in PATH" : "in the folder \"" + folder + "\"") + ".",
                "Install PostgreSQL's client programs of version " + server + " or newer (Debian and Ubuntu:"
                        + " `apt-get install postgresql-client-" + server + "`), or name their folder with"
                        + NAMED);
    }

    private static BackupException tooOld(ClientProgram program, int server) {
        return new BackupException(
                ErrorCode.CLIENT_VERSION,
                "The program \"" + program.file() + "\" has version " + program.major()
                        + ", which is older than the server's, " + server + ": it refuses to work with it.",
                "Install the client programs of version " + server + " or newer (Debian and Ubuntu: `apt-get install"
                        + " postgresql-client-" + server
                        + "`, from the repository apt.postgresql.org if need be), or name"
                        + " their folder with" + NAMED);
    }

    private List<ClientProgram> find(String name) {
        return folders()
                .flatMap(each -> Stream.of(each.resolve(name), each.resolve(name + ".exe")))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .distinct()
                .flatMap(file -> version(file).stream().mapToObj(major -> new ClientProgram(file, major)))
                .toList();
    }

    private Stream<Path> folders() {
        if (folder != null) {
            return Stream.of(folder);
        }
        Stream<Path> named = Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        return Stream.concat(named, SIDE_BY_SIDE.stream().flatMap(ClientPrograms::versions));
    }

    /** Newest first. */
    private static Stream<Path> versions(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children
                    .filter(child ->
                            VERSIONED.matcher(child.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path child) -> child.getFileName().toString())
                            .reversed())
                    .map(child -> child.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
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
