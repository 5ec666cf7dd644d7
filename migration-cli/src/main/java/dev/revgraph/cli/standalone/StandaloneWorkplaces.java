package dev.revgraph.cli.standalone;

import dev.revgraph.cli.ConnectionOptions;
import dev.revgraph.cli.Workplace;
import dev.revgraph.cli.WorkplaceFactory;
import dev.revgraph.run.MigrationListener;
import java.util.Map;
import java.util.TreeMap;

/** Makes workplaces from options and environment variables alone. */
public final class StandaloneWorkplaces implements WorkplaceFactory {

    private final Map<String, String> environment;

    public StandaloneWorkplaces(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    @Override
    public String invocation() {
        return "java -jar migration-cli.jar";
    }

    @Override
    public Workplace open(ConnectionOptions options, MigrationListener listener) {
        return new StandaloneWorkplace(new Choices(options, environment), listener);
    }
}
