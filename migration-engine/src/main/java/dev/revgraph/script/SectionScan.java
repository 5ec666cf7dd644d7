package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the tokens of one section into statements where psql would: a semicolon ends one unless it stands in
 * parentheses or in the SQL body of a routine. Checksum, placeholders and rules see the same tokens on the way.
 */
final class SectionScan {

    private final SqlLexer lexer;
    private final StatementRules rules;
    private final List<Finding> findings;
    private final int sectionLine;
    private final int sectionFrom;

    private final TokenDigest digest;
    private final StatementShape shape = new StatementShape();
    private final RoutineBody body = new RoutineBody();
    private final PlaceholderUses placeholders = new PlaceholderUses();
    private final List<ScannedStatement> statements = new ArrayList<>();

    private int from = -1;
    private int to;
    private int line;
    private int parentheses;
    private int openedInLine;
    private @Nullable CopyRange lastData;

    private SectionScan(
            SqlLexer lexer,
            StatementRules rules,
            TokenDigest digest,
            List<Finding> findings,
            int sectionLine,
            int sectionFrom) {
        this.lexer = lexer;
        this.rules = rules;
        this.digest = digest;
        this.findings = findings;
        this.sectionLine = sectionLine;
        this.sectionFrom = sectionFrom;
        lexer.standardStrings(true);
    }

    /**
     * The section begins after the marker the lexer stands at.
     *
     * @param digest as it is when new, and after the section before this one is finished
     */
    static SectionScan afterMarker(SqlLexer lexer, StatementRules rules, TokenDigest digest, List<Finding> findings) {
        int from = Math.min(lexer.end() + 1, lexer.text().length());
        return new SectionScan(lexer, rules, digest, findings, lexer.line(), from);
    }

    /** Everything is one section. */
    static SectionScan ofWholeText(SqlLexer lexer, StatementRules rules, List<Finding> findings) {
        return new SectionScan(lexer, rules, new TokenDigest(), findings, 1, 0);
    }

    /** Takes the lexer's current token. Comments are skipped. */
    void accept() {
        switch (lexer.kind()) {
            case LINE_COMMENT, BLOCK_COMMENT -> {}
            case BACKSLASH -> {
                findings.add(MetaCommand.finding(lexer));
                lexer.skipLine();
            }
            case SEMICOLON -> semicolon();
            default -> token();
        }
    }

    /** The section ends here; what is not closed yet is a finding. */
    Section finish(int end) {
        if (parentheses > 0) {
            findings.add(Finding.inScript(
                    openedInLine,
                    "A parenthesis is opened in this line and never closed.",
                    "Close it before the end of the statement."));
        } else if (body.isOpen()) {
            findings.add(Finding.inScript(
                    body.openedInLine(),
                    "A BEGIN in the body of a routine stands in this line and no END closes it.",
                    "Write END; after the last statement of the body."));
        }
        finishStatement(false);
        return new Section(
                sectionFrom, Math.max(sectionFrom, end), sectionLine, statements, placeholders.uses(), digest.finish());
    }

    boolean isEmpty() {
        return statements.isEmpty() && from < 0;
    }

    private void semicolon() {
        if (parentheses == 0 && !body.isOpen()) {
            finishStatement(true);
        } else {
            token();
        }
    }

    private void token() {
        if (from < 0) {
            startStatement();
        } else if (lastData != null && from < lastData.from() && lexer.start() >= lastData.to()) {
            throw new LexicalException(
                    line,
                    "A statement begins in the line of a COPY … FROM stdin and goes on after its data.",
                    "Put the statement after the data, in lines of its own.");
        }
        if (lexer.kind() == TokenKind.OPEN_PAREN && parentheses++ == 0) {
            openedInLine = lexer.line();
        } else if (lexer.kind() == TokenKind.CLOSE_PAREN && parentheses > 0) {
            parentheses--;
        } else if (lexer.kind() == TokenKind.WORD) {
            body.word(lexer, parentheses);
        }
        shape.token(lexer, parentheses);
        placeholders.token(lexer);
        digest.token(lexer.text(), lexer.start(), lexer.end());
        to = lexer.end();
    }

    private void startStatement() {
        from = lexer.start();
        line = lexer.line();
        shape.start();
        body.startStatement();
    }

    private void finishStatement(boolean bySemicolon) {
        if (from < 0) {
            return;
        }
        digest.endStatement();
        CopyRange data = shape.copiesFromClient() ? copyData(bySemicolon) : null;
        statements.add(new ScannedStatement(from, to, line, data, shape.changesSession()));
        rules.check(shape, line, findings);
        StringsSetting.apply(shape.opening(), lexer);
        from = -1;
        parentheses = 0;
    }

    private CopyRange copyData(boolean bySemicolon) {
        CopyRange data = bySemicolon ? lexer.takeCopyData() : new CopyRange(to, to, to, line);
        digest.data(lexer.text(), data.from(), data.to());
        lastData = data;
        return data;
    }
}
