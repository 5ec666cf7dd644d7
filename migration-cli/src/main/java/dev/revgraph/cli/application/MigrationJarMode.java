package dev.revgraph.cli.application;

import org.springframework.boot.loader.jarmode.JarMode;

/** {@code java -Djarmode=migration -jar app.jar COMMAND}. */
public final class MigrationJarMode implements JarMode {

    @Override
    public boolean accepts(String mode) {
        return mode.equals("migration");
    }

    /** The launcher knows no exit codes but 0 and 1, so the process ends here. */
    @Override
    public void run(String mode, String[] arguments) {
        ApplicationCommands.run("java -Djarmode=migration -jar app.jar", arguments);
    }
}
