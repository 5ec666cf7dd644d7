package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.MigrationProperties;
import dev.revgraph.guide.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Configuration in the guides is made of keys that exist, with values that they take. */
class ConfigurationBlocksTest {

    private final KnownProperties known = KnownProperties.onClassPath();

    @TestFactory
    List<DynamicTest> everyBlockBinds() {
        return Page.guides().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.is("yaml"))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check(Configuration.of(block))))
                .toList();
    }

    private void check(Configuration configuration) {
        if (configuration.isManifest()) {
            Map<String, Object> variables = new TreeMap<>(configuration.variables());
            assertThat(variables).isNotEmpty();
            assertThat(known.byName().keySet().stream().map(ConfigurationBlocksTest::variable))
                    .containsAll(variables.keySet());
            bind(new SystemEnvironmentPropertySource(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        } else {
            assertThat(configuration.properties().keySet()).allMatch(known::knows);
            bind(new MapPropertySource("guide", new TreeMap<>(configuration.properties())));
        }
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static void bind(MapPropertySource source) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(source);
        new Binder(ConfigurationPropertySources.from(sources), null, ApplicationConversionService.getSharedInstance())
                .bindOrCreate(
                        "migration",
                        Bindable.of(MigrationProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }
}
