package dev.revgraph.cli.application;

import dev.revgraph.cli.Commands;
import dev.revgraph.cli.output.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of an application that is no repackaged jar, because it has been extracted or never packed:
 * {@code java -cp app.jar dev.revgraph.cli.application.ApplicationCommands COMMAND}.
 */
public final class ApplicationCommands {

    /** {@code --spring.profiles.active=prod}: a key of the configuration, since no option has a dot. */
    private static final Pattern PROPERTY = Pattern.compile("--[\\w-]+(\\[[^\\]]*])?\\..*");

    private ApplicationCommands() {}

    public static void main(String[] arguments) {
        run("java -cp app.jar " + ApplicationCommands.class.getName(), arguments);
    }

    /** Ends the process. */
    static void run(String invocation, String... arguments) {
        List<String> properties = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        for (String argument : arguments) {
            (PROPERTY.matcher(argument).matches() ? properties : typed).add(argument);
        }
        ApplicationWorkplaces workplaces = new ApplicationWorkplaces(invocation, properties);
        new Commands(workplaces, Terminal.open()).runAndExit(typed.toArray(String[]::new));
    }
}
