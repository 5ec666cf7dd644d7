package dev.revgraph.autoconfigure.app.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts in a process of its own, with whatever class path it is given, and says when it has. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = SpringApplication.run(EmptyApplication.class, arguments)) {
            System.out.println("STARTED " + context.getBeanDefinitionCount());
        }
    }
}
