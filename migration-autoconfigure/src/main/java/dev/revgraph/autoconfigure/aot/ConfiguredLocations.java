package dev.revgraph.autoconfigure.aot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Puts the files of locations other than the usual ones into a native image, as they are configured when it is built. */
final class ConfiguredLocations implements BeanFactoryInitializationAotProcessor {

    private static final String CLASSPATH = "classpath:";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (!beanFactory.containsBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME)) {
            return null;
        }
        Binder binder = Binder.get(
                beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class));
        List<String> patterns = Stream.of("migration.locations", "migration.repeatable-locations")
                .flatMap(key -> Arrays.stream(binder.bind(key, String[].class).orElse(new String[0])))
                .filter(location -> location.startsWith(CLASSPATH))
                .map(ConfiguredLocations::pattern)
                .distinct()
                .toList();
        return patterns.isEmpty()
                ? null
                : (context, code) -> patterns.forEach(context.getRuntimeHints().resources()::registerPattern);
    }

    private static String pattern(String location) {
        String path = location.substring(CLASSPATH.length());
        path = path.startsWith("/") ? path.substring(1) : path;
        return path.endsWith("/") ? path + "**" : path + "/**";
    }
}
