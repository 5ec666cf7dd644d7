package dev.revgraph.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The {@code pg_dump} of this machine. */
public final class PgDump {

    private final ClientProgram program;

    private PgDump(ClientProgram program) {
        this.program = program;
    }

    /** Nothing if there is none that is new enough for the server. */
    public static Optional<PgDump> find(int server) {
        try {
            return Optional.of(new PgDump(new ClientPrograms(System.getenv("PATH"), null).require("pg_dump", server)));
        } catch (BackupException noneOrTooOld) {
            return Optional.empty();
        }
    }

    /** The statements that make what is in the database, without rows and without owners. */
    public String schema(PGSimpleDataSource database) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                program.file().toString(),
                "--schema-only",
                "--no-owner",
                "--encoding=UTF8",
                "--host=" + database.getServerNames()[0],
                "--port=" + database.getPortNumbers()[0],
                "--username=" + database.getUser(),
                "--dbname=" + database.getDatabaseName());
        builder.environment().put("PGPASSWORD", String.valueOf(database.getPassword()));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
