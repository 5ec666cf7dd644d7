package dev.revgraph.cli.command;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Targets such as {@code -1} look like options. They are marked before the arguments are read, and the mark is taken off
 * where they are used.
 */
public final class Typed {

    private static final String MARK = "\u0000";

    private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

    private Typed() {}

    /** The arguments with such targets marked. */
    public static String[] marked(String... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> STEPS_DOWN.matcher(argument).matches() ? MARK + argument : argument)
                .toArray(String[]::new);
    }

    /** What was typed. */
    public static String text(String argument) {
        return argument.replace(MARK, "");
    }
}
