package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that a library brings: a jar inside the executable jar, read through Spring Boot's loader. */
@PostgresTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LibraryRevisionsIT {

    private static final String REVISION = "20250601_create_audit_log";

    private static final String TEXT = """
            -- Create the audit log
            -- revises: base
            -- branch: audit
            -- +upgrade
            CREATE TABLE audit_log (id bigint PRIMARY KEY, said text NOT NULL);
            -- +downgrade
            DROP TABLE audit_log;
            """;

    @TempDir
    private Path folder;

    @Test
    void areAppliedAndUndoneFromTheJarOfTheApplication(TestDatabase database) throws Exception {
        PackedSample sample = new PackedSample(folder).with(database);
        List<String> jar = List.of("-Djarmode=migration", "-jar", withLibrary().toString());

        assertThat(sample.java(jar, "show", REVISION).exitsWith(0).out())
                .contains("audit-1.0.jar!/db/revisions/" + REVISION + ".sql");

        assertThat(sample.java(jar, "upgrade", "heads", "--format", "json")
                        .exitsWith(0)
                        .texts("$.steps[*].revision"))
                .contains(REVISION, "20250514_create_base_schema", "20250523_backfill_usage_units");
        assertThat(auditLogs(database)).isEqualTo(1);

        sample.java(jar, "downgrade", "audit@base", "--yes", "--reason", "without audit")
                .exitsWith(0);
        assertThat(auditLogs(database)).isZero();
    }

    private static int auditLogs(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM pg_tables WHERE tablename = 'audit_log'")
                .query(Integer.class)
                .single();
    }

    /** The executable jar with one library more, as repackaging puts it there. */
    private Path withLibrary() throws IOException {
        Path packed = folder.resolve("with-library.jar");
        try (JarFile application = new JarFile(PackedSample.jar().toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(packed))) {
            for (JarEntry entry : application.stream().toList()) {
                JarEntry copy = new JarEntry(entry.getName());
                try (InputStream content = application.getInputStream(entry)) {
                    add(out, copy, entry.getMethod(), content.readAllBytes());
                }
            }
            add(out, new JarEntry("BOOT-INF/lib/audit-1.0.jar"), JarEntry.STORED, library());
        }
        return packed;
    }

    private static byte[] library() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            for (String directory : List.of("db/", "db/revisions/")) {
                add(out, new JarEntry(directory), JarEntry.STORED, new byte[0]);
            }
            byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
            add(out, new JarEntry("db/revisions/" + REVISION + ".sql"), JarEntry.DEFLATED, text);
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream out, JarEntry entry, int method, byte[] content) throws IOException {
        entry.setMethod(method);
        if (method == JarEntry.STORED) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            entry.setCrc(checksum.getValue());
            entry.setSize(content.length);
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
