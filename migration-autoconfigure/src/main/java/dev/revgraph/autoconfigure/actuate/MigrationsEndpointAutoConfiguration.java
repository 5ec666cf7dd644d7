package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import dev.revgraph.autoconfigure.status.Inquirers;
import dev.revgraph.autoconfigure.status.InquiryConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The endpoint {@code migrations}. */
@AutoConfiguration(after = MigrationAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@ConditionalOnBean(MigrationEngine.class)
@Import(InquiryConfiguration.class)
@RegisterReflectionForBinding(ErrorBody.class)
public final class MigrationsEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MigrationsEndpoint migrationsEndpoint(ObjectProvider<MigrationEngine> engines, Inquirers inquirers) {
        return new MigrationsEndpoint(engines.stream().toList(), inquirers);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsWebExtension migrationsWebExtension(
            MigrationsEndpoint endpoint, ObjectProvider<PathMappedEndpoints> paths) {
        return new MigrationsWebExtension(endpoint, () -> segment(paths.getIfAvailable()));
    }

    private static String segment(@Nullable PathMappedEndpoints paths) {
        String path = paths == null ? null : paths.getRootPath(EndpointId.of("migrations"));
        return path == null ? "migrations" : path.substring(path.lastIndexOf('/') + 1);
    }

    @Bean
    KnownKeysAdvisor migrationsKnownKeysAdvisor() {
        return new KnownKeysAdvisor();
    }
}
