package dev.revgraph.autoconfigure.guide;

import dev.revgraph.autoconfigure.MigrationDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MarkedDataSource {

    @Bean(defaultCandidate = false)
    @MigrationDataSource
    DataSource migrations(@Value("${shop.migrations.url}") String url) {
        return DataSourceBuilder.create().url(url).build();
    }
}
