package dev.revgraph.autoconfigure.guide;

import dev.revgraph.autoconfigure.app.empty.EmptyApplication;
import org.springframework.boot.SpringApplication;

/** The main class of an ordinary application, in a process that is to end by itself. */
public final class MigrateAndEnd {

    private MigrateAndEnd() {}

    public static void main(String[] arguments) {
        SpringApplication.run(EmptyApplication.class, arguments);
    }
}
