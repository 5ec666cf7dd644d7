package dev.revgraph.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** The standard streams of this process. */
public final class Terminal {

    private Terminal() {}

    /** Takes standard output for results: whatever else prints to it from now on lands on standard error. */
    public static Output open() {
        PrintStream results = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream words = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(words);
        System.setOut(words);
        boolean terminal = isTerminal();
        boolean live = terminal && isErrorOnTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Output(
                results, words, Palette.of(System.getenv(), terminal), Clock.system(ZoneId.systemDefault()), live);
    }

    /** Java says nothing about standard error, Linux does. */
    private static boolean isErrorOnTerminal() {
        try {
            String place = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return place.startsWith("/dev/pts/") || place.startsWith("/dev/tty") || place.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return true;
        }
    }

    /** Since Java 22 there is a console also where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            Object answer = java.io.Console.class.getMethod("isTerminal").invoke(System.console());
            return Boolean.TRUE.equals(answer);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
