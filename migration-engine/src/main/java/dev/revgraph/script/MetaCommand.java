package dev.revgraph.script;

/** What to say about a command that only psql understands. */
final class MetaCommand {

    private MetaCommand() {}

    /** The lexer stands at a backslash outside quotes. */
    static Finding finding(SqlLexer lexer) {
        String name = name(lexer.text(), lexer.start());
        if (name.equals("\\.")) {
            return Finding.inScript(
                    lexer.line(),
                    "\"\\.\" ends the data of no COPY … FROM stdin statement.",
                    "Remove the line, or begin the COPY statement with its semicolon in a line above the data.");
        }
        return Finding.inScript(
                lexer.line(),
                "\"" + name + "\" is a command of psql, not SQL; the server does not know it.",
                advice(name));
    }

    private static String advice(String name) {
        return switch (name) {
            case "\\copy" -> "Use COPY … FROM stdin with the data in the lines below it, ended by a line \"\\.\".";
            case "\\i", "\\ir", "\\include", "\\include_relative" ->
                "Make the included file a revision of its own, or copy its statements.";
            case "\\set", "\\gset" -> "Use a placeholder, ${name}, with the property migration.placeholders.name.";
            case "\\;" -> "End the statement with a plain semicolon.";
            default -> "Remove the line.";
        };
    }

    private static String name(String text, int from) {
        int end = from + 1;
        if (end < text.length() && !Character.isLetter(text.charAt(end))) {
            return text.substring(from, Character.isWhitespace(text.charAt(end)) ? end : end + 1);
        }
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.substring(from, end);
    }
}
