package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script that another tool has run, as it may stand in a section of a revision file.
 *
 * @param text the script with line feeds, without byte order mark; comments that would begin a section are none any more
 * @param detached the first statement that PostgreSQL refuses inside a transaction; empty if there is none
 */
public record ForeignScript(String text, Optional<String> detached) {

    private static final int SHOWN = 60;

    /**
     * Reads it.
     *
     * @param place the file, for messages
     * @throws ScriptException if it cannot be split
     */
    public static ForeignScript parse(String place, byte[] bytes) {
        try {
            return parse(ScriptText.decode(bytes));
        } catch (LexicalException failure) {
            throw ScriptException.of(failure.finding(), Origin.of(place), List.of());
        }
    }

    private static ForeignScript parse(String text) {
        SqlLexer lexer = new SqlLexer(text);
        SectionScan scan = SectionScan.ofWholeText(lexer, StatementRules.NONE, new ArrayList<>());
        StringBuilder harmless = new StringBuilder(text);
        int moved = 0;
        while (lexer.next()) {
            if (lexer.kind() == TokenKind.LINE_COMMENT
                    && lexer.isFirstInLine()
                    && SectionMarker.isMarker(lexer.token())) {
                harmless.insert(lexer.start() + moved + 2, " #");
                moved += 2;
            }
            scan.accept();
        }
        Section section = scan.finish(text.length());
        Optional<String> detached = section.statements().stream()
                .map(statement -> text.substring(statement.from(), statement.to()))
                .filter(statement -> StatementWords.of(statement).refusedInTransaction())
                .map(ForeignScript::shortened)
                .findFirst();
        return new ForeignScript(harmless.toString(), detached);
    }

    private static String shortened(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
