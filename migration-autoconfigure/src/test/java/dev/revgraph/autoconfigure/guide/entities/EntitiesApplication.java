package dev.revgraph.autoconfigure.guide.entities;

import dev.revgraph.fixture.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@PropertySource("classpath:guide/entities.properties")
class EntitiesApplication {

    @Bean(destroyMethod = "close")
    TestDatabase testDatabase() {
        TestDatabase database = TestDatabase.create();
        database.mayCreateDatabases(true);
        return database;
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return database.newDataSource();
    }
}
