package dev.revgraph.cli.application;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties as a command line gives them, {@code --key=value}. Boot joins the values of a key that is there twice, so a
 * value takes the place of the one before. Not thread-safe.
 */
final class PropertyArguments {

    private final List<String> arguments;

    PropertyArguments(List<String> arguments) {
        this.arguments = new ArrayList<>(arguments);
    }

    /** Gives a key its only value; {@code null} leaves it as it is. */
    PropertyArguments set(String key, @Nullable String value) {
        if (value != null) {
            String start = "--" + key + "=";
            arguments.removeIf(typed -> typed.startsWith(start));
            arguments.add(start + value);
        }
        return this;
    }

    List<String> all() {
        return List.copyOf(arguments);
    }
}
