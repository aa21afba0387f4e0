package io.switchboard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedMariaDbTest {

    @Test
    void givesEachTestASchemaOfItsOwn() {
        var one = JdbcClient.create(TestDatabase.migrated());
        var two = JdbcClient.create(TestDatabase.migrated());
        one.sql("CREATE TABLE only_here (id INT PRIMARY KEY)").update();
        assertThat(two.sql("SHOW TABLES").query(String.class).list()).isEmpty();
    }
}
