package dev.revgraph.cli.command;

import dev.revgraph.cli.authoring.Content;
import dev.revgraph.rehearse.Generated;
import dev.revgraph.schema.ddl.DdlStatement;
import java.util.List;
import java.util.stream.Collectors;

/** Generated statements as they stand in a revision file. */
final class GeneratedText {

    private static final String REVIEW = """
            -- Review me: written from what differs, and tried in a shadow database without rows.
            """;

    private GeneratedText() {}

    /** @param first whether it is the first of several files, which says what concerns all of them */
    static Content of(Generated.Part part, Generated generated, boolean first) {
        StringBuilder text = new StringBuilder("-- +upgrade\n").append(REVIEW);
        if (first) {
            generated
                    .remarks()
                    .forEach(remark ->
                            text.append("-- TODO: ").append(oneLine(remark)).append('\n'));
            generated
                    .proposals()
                    .forEach(rename -> text.append("-- If this is a rename, write the file again with --rename '")
                            .append(oneLine(rename))
                            .append("'.\n"));
        }
        text.append(statements(part.upgrade())).append("\n-- +downgrade\n");
        text.append(
                part.downgrade().isEmpty()
                        ? "-- Nothing: what was done changes nothing.\n"
                        : statements(part.downgrade()));
        return new Content(text.toString(), part.stage().transactional());
    }

    private static String statements(List<DdlStatement> statements) {
        return statements.stream()
                .map(statement ->
                        (statement.warning() == null ? "" : "-- Careful: " + oneLine(statement.warning()) + "\n")
                                + statement.sql()
                                + ";\n")
                .collect(Collectors.joining());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
