package dev.revgraph.autoconfigure.status;

import dev.revgraph.MigrationEngine;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by whatever asks databases while the application runs. */
@Configuration(proxyBeanMethods = false)
public class InquiryConfiguration {

    @Bean
    Inquirers migrationInquirers(ObjectProvider<MigrationEngine> engines) {
        return new Inquirers(engines.stream().toList());
    }

    @Bean
    StatusProbes migrationStatusProbes(ObjectProvider<MigrationEngine> engines) {
        List<MigrationEngine> all = engines.stream().toList();
        return new StatusProbes(all, new Inquirers(all));
    }
}
