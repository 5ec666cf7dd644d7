package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContainerServerTest {

    @Test
    void givesAServer() {
        assumeTrue(ContainerServer.dockerAnswers(), "A container needs Docker, and no Docker daemon answers.");

        Server server = Server.open(ContainerServer.start("postgres:18"));
        server.createEmpty("made");

        assertThat(JdbcClient.create(server.dataSource("made"))
                        .sql("SELECT current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("made");
    }
}
