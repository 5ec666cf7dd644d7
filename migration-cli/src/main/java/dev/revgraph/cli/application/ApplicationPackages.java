package dev.revgraph.cli.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Tells the context in which packages the application's classes are, as its main class would have: Java revisions are
 * looked for there. The class is read, not run.
 */
final class ApplicationPackages implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ENTITY_SCAN = "org.springframework.boot.persistence.autoconfigure.EntityScan";

    private final Class<?> application;

    ApplicationPackages(Class<?> application) {
        this.application = application;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
        AnnotationMetadata metadata = metadata(context.getClassLoader());
        Set<String> packages = packages(metadata, AutoConfigurationPackage.class.getName());
        AutoConfigurationPackages.register(
                registry, packages.isEmpty() ? new String[] {own()} : packages.toArray(String[]::new));
        if (metadata.isAnnotated(ENTITY_SCAN) && ClassUtils.isPresent(ENTITY_SCAN, context.getClassLoader())) {
            Set<String> scanned = packages(metadata, ENTITY_SCAN);
            EntityScanPackages.register(
                    registry, scanned.isEmpty() ? new String[] {own()} : scanned.toArray(String[]::new));
        }
    }

    private AnnotationMetadata metadata(@Nullable ClassLoader classLoader) {
        try {
            return new SimpleMetadataReaderFactory(classLoader)
                    .getMetadataReader(application.getName())
                    .getAnnotationMetadata();
        } catch (IOException e) {
            throw new UncheckedIOException("The application's main class cannot be read.", e);
        }
    }

    private static Set<String> packages(AnnotationMetadata metadata, String annotation) {
        Map<String, @Nullable Object> attributes = metadata.getAnnotationAttributes(annotation, true);
        Set<String> packages = new LinkedHashSet<>();
        if (attributes != null) {
            for (Object name : (Object[]) attributes.getOrDefault("basePackages", new String[0])) {
                packages.add(name.toString());
            }
            for (Object type : (Object[]) attributes.getOrDefault("basePackageClasses", new String[0])) {
                packages.add(ClassUtils.getPackageName(type.toString()));
            }
        }
        return packages;
    }

    private String own() {
        return application.getPackageName();
    }
}
