package dev.revgraph.autoconfigure.guide.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.entities.EntityModels;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class EntitiesTest {

    @Test
    void areWhatTheRevisionsMake(@Autowired ConfigurableApplicationContext application) {
        assertThat(EntityModels.compare(application).differences()).isEmpty();
    }
}
