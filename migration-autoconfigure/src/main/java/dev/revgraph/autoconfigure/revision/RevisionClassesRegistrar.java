package dev.revgraph.autoconfigure.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Looks for {@code @Revision} in the packages of the application and in those of {@code @EntityScan}.
 */
public final class RevisionClassesRegistrar implements ImportBeanDefinitionRegistrar {

    private static final String BEAN_NAME = RevisionClasses.class.getName();

    private static final boolean ENTITY_SCAN = ClassUtils.isPresent(
            "org.springframework.boot.persistence.autoconfigure.EntityScanPackages",
            RevisionClassesRegistrar.class.getClassLoader());

    private final BeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    RevisionClassesRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = beans;
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(BEAN_NAME)) {
            return;
        }
        RootBeanDefinition definition = new RootBeanDefinition(RevisionClasses.class);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, scan().toArray(String[]::new));
        registry.registerBeanDefinition(BEAN_NAME, definition);
    }

    private List<String> scan() {
        RevisionScanner scanner = new RevisionScanner(environment, resources);
        return packages().stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> packages() {
        List<String> packages = new ArrayList<>();
        if (ENTITY_SCAN) {
            packages.addAll(EntityScan.packages(beans));
        }
        if (AutoConfigurationPackages.has(beans)) {
            packages.addAll(AutoConfigurationPackages.get(beans));
        }
        return packages;
    }

    /** Apart, so that the optional class is loaded only where it exists. */
    private static final class EntityScan {

        static List<String> packages(BeanFactory beans) {
            return EntityScanPackages.get(beans).getPackageNames();
        }
    }
}
