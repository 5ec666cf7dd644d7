package dev.revgraph.sample;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the terminal what there is to see, once the service answers. */
@Component
class WhereToLook {

    private final Environment environment;
    private final JdbcConnectionDetails database;

    WhereToLook(Environment environment, JdbcConnectionDetails database) {
        this.environment = environment;
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        System.out.println("""

                The sample application is ready. Look at
                  %1$s/actuator/migrations   what is applied and what is pending
                  %1$s/actuator/health       health, with the state of the database
                  %1$s/actuator/prometheus   metrics
                  %1$s/tiers                 the service itself
                Database: %2$s, user %3$s
                """.formatted(address, withoutParameters(database.getJdbcUrl()), database.getUsername()));
    }

    /** Parameters of a JDBC URL may hold a password. */
    private static String withoutParameters(String url) {
        return url.split("\\?", 2)[0];
    }
}
