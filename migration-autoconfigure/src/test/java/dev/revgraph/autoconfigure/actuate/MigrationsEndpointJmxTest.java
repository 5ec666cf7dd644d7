package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.app.empty.EmptyApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The endpoint over JMX. */
@PostgresTest
class MigrationsEndpointJmxTest {

    @Test
    @SuppressWarnings("unchecked")
    void showsTheSameAsOverHttp(TestDatabase database) throws Exception {
        try (var context = new SpringApplicationBuilder(EmptyApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Applications.connection(database))
                .properties("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=migrations")
                .run()) {
            assertThat(context.isRunning()).isTrue();
            var status = (Map<String, Object>) call("database", "default");
            assertThat(status)
                    .containsEntry("state", "UP_TO_DATE")
                    .containsEntry("current", List.of("20250102_add_email"));
            assertThat((Map<String, Object>) call("databases"))
                    .isEqualTo(Map.of("databases", Map.of("default", status)));
            assertThat((Map<String, Object>) call("revision", "default", "revisions", "20250102_add_email"))
                    .containsEntry("description", "Accounts have an address");
        }
    }

    private static Object call(String operation, String... arguments) throws Exception {
        String[] signature = new String[arguments.length];
        Arrays.fill(signature, String.class.getName());
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("org.springframework.boot:type=Endpoint,name=Migrations"),
                        operation,
                        arguments,
                        signature);
    }
}
