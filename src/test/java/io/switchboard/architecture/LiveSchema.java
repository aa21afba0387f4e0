package io.switchboard.architecture;

import io.switchboard.Switchboard;
import io.switchboard.embedded.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.runtime.flyway.HasMigrationFiles;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/** A schema as the portal's start makes it: every module's migrations, by the same strategy, in the same order. */
public final class LiveSchema {

    static final ApplicationModules MODULES = ApplicationModules.of(Switchboard.class);

    private static final DataSource DATA_SOURCE = migrate();

    private LiveSchema() {}

    public static JdbcClient jdbc() {
        return JdbcClient.create(DATA_SOURCE);
    }

    static List<String> tables() {
        return jdbc().sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .query(String.class)
                .list();
    }

    private static DataSource migrate() {
        var dataSource = TestDatabase.migrated();
        var filter = new HasMigrationFiles(new PathMatchingResourcePatternResolver());
        new SpringModulithFlywayMigrationStrategy(ApplicationModuleIdentifiers.of(MODULES), filter)
                .migrate(Flyway.configure()
                        .dataSource(dataSource)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load());
        return dataSource;
    }
}
