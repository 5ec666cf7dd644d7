package dev.revgraph.sample;

import dev.revgraph.fixture.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application in this JVM, on the test's database. */
final class RunningSample implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningSample(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Settings are written as {@code name=value}. */
    static RunningSample start(TestDatabase database, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningSample(
                new SpringApplicationBuilder(SampleApplication.class).run(arguments.toArray(String[]::new)));
    }

    Client client() {
        return Client.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
