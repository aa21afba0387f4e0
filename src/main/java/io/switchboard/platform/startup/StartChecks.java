package io.switchboard.platform.startup;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Looks at the settings, then at the database, before anything is built on them. In development only what is set is looked at. */
@Component
final class StartChecks implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var settings = new Settings(environment);
        StartRefused.where(settings.problems());
        StartRefused.where(settings.database().map(DatabaseCheck::problems).orElse(List.of()));
    }
}
