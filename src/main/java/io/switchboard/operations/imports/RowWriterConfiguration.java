package io.switchboard.operations.imports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code switchboard.imports.local-infile}: off unless an operator switches it on. */
@Configuration(proxyBeanMethods = false)
class RowWriterConfiguration {

    @Bean
    RowWriter rowWriter(JdbcTemplate jdbc, @Value("${switchboard.imports.local-infile:false}") boolean localInfile) {
        return localInfile ? new LocalInfile(jdbc) : new BulkStatements(jdbc);
    }
}
