package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.script.SqlScript;
import dev.revgraph.script.SqlStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema that is written down as SQL, in one file or several that are run in order. Everything in it counts. */
public final class SqlModel implements Model {

    private final List<Path> files;

    public SqlModel(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public String name() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public Measure measure() {
        return Measure.exact();
    }

    @Override
    public void build(Connection connection) {
        for (Path file : files) {
            run(connection, file.toString(), read(file));
        }
    }

    /**
     * Runs a script's statements, for a model that is one after all.
     *
     * @param source what it is called if a statement fails
     * @throws ShadowException if one fails, with its line
     */
    public static void run(Connection connection, String source, String script) {
        SqlScript.split(source, script).forEach(sql -> run(connection, source, sql));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new ShadowException(
                    ErrorCode.BAD_MODEL,
                    "The model \"" + file + "\" cannot be read as text in UTF-8: " + failure + ".",
                    "Name a file that can be read with `--model FILE.sql`.",
                    failure);
        }
    }

    private static void run(Connection connection, String source, SqlStatement sql) {
        if (sql.data() != null) {
            throw bad(source, sql, "holds data (COPY)", null);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.text());
        } catch (SQLException failure) {
            throw bad(source, sql, "fails: " + Shadows.message(failure), failure);
        }
    }

    private static ShadowException bad(String source, SqlStatement sql, String what, @Nullable SQLException cause) {
        return new ShadowException(
                ErrorCode.BAD_MODEL,
                "A statement of the model in " + source + ", line " + sql.line() + ", " + what
                        + ". It was run in a shadow database; the real one is as it was.",
                "Correct it.",
                sql.text(),
                cause);
    }
}
