package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;

/** A repeatable script as parsed. */
record RepeatableFile(String description, Section section, List<Finding> findings) {

    RepeatableFile {
        findings = List.copyOf(findings);
    }

    /** @throws LexicalException if it cannot be split */
    static RepeatableFile parse(String text) {
        List<Finding> findings = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(text);
        SectionScan scan = SectionScan.ofWholeText(lexer, StatementRules.IN_TRANSACTION, findings);
        String description = "";
        boolean sectioned = false;
        while (lexer.next()) {
            if (lexer.kind() == TokenKind.LINE_COMMENT) {
                String comment = lexer.token();
                if (!sectioned && SectionMarker.opensSection(comment) && lexer.isFirstInLine()) {
                    sectioned = true;
                    findings.add(Finding.inHeader(
                            lexer.line(),
                            "A repeatable script has no sections; \"" + SectionMarker.of(comment) + "\" is one.",
                            "Remove the line, or move the file to the revisions."));
                }
                description = description.isEmpty() ? comment.substring(2).strip() : description;
            }
            scan.accept();
        }
        Section section = scan.finish(text.length());
        if (section.statements().isEmpty()) {
            findings.add(Finding.inScript(1, "The script holds no statement.", "Write one, or remove the file."));
        }
        return new RepeatableFile(description, section, findings);
    }

    Checksums checksums() {
        return new Checksums(TokenDigest.ALGORITHM, section.checksum(), null);
    }
}
