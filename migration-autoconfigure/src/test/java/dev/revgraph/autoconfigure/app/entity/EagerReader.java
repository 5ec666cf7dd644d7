package dev.revgraph.autoconfigure.app.entity;

import jakarta.annotation.PostConstruct;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Needs its table when it is made, by both ways that Boot offers. */
@Component
public class EagerReader {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private int rows = -1;

    EagerReader(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    @PostConstruct
    void read() {
        client.sql("SELECT email FROM account").query().listOfRows();
        rows = template.queryForList("SELECT email FROM account").size();
    }

    public int rows() {
        return rows;
    }
}
