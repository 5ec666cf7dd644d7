package dev.revgraph.sample;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the service, by default on port 8080 and with a PostgreSQL of its own. */
@SpringBootApplication(proxyBeanMethods = false)
public class SampleApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
