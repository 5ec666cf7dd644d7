package dev.revgraph.script;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows {@code standard_conforming_strings} through a script, as psql follows the server's report of it. */
final class StringsSetting {

    private static final String NAME = "STANDARD_CONFORMING_STRINGS";

    private static final Pattern SET = Pattern.compile("SET (?:SESSION |LOCAL )?" + NAME + " (?:TO|=) '?(\\w+)'?");

    private static final Pattern SET_CONFIG = Pattern.compile("SET_CONFIG \\( '" + NAME + "' , '(\\w+)'");

    private static final Pattern RESET =
            Pattern.compile("RESET (?:ALL|" + NAME + ")|DISCARD ALL|SET (?:SESSION |LOCAL )?" + NAME + " .*DEFAULT");

    private StringsSetting() {}

    /** Tells the lexer what holds after a statement that opens like this. */
    static void apply(String opening, SqlLexer lexer) {
        if (!opening.contains(NAME) && !opening.startsWith("RESET ALL") && !opening.startsWith("DISCARD")) {
            return;
        }
        if (RESET.matcher(opening).matches()) {
            lexer.standardStrings(true);
            return;
        }
        Matcher set = SET.matcher(opening);
        Matcher config = SET_CONFIG.matcher(opening);
        if (set.matches()) {
            lexer.standardStrings(!isOff(set.group(1)));
        } else if (config.find()) {
            lexer.standardStrings(!isOff(config.group(1)));
        }
    }

    /** PostgreSQL takes any unambiguous beginning of a Boolean word. */
    private static boolean isOff(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return word.equals("0")
                || word.equals("of")
                || word.equals("off")
                || "false".startsWith(word)
                || "no".startsWith(word);
    }
}
