package io.switchboard.insight.success;

import io.switchboard.control.receipts.ReceiptFeed;
import io.switchboard.platform.scheduling.RecurringWork;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever reads adds what is not in the rows yet, so how often they are written decides about speed only. */
@Configuration(proxyBeanMethods = false)
class SuccessConfiguration {

    @Bean
    Bookkeeping bookkeeping(ReceiptFeed feed, BookRows rows, Tenants tenants, PlatformTransactionManager transactions) {
        return new Bookkeeping(
                feed, rows, () -> tenants.all().stream().map(Tenant::id).toList(), transactions);
    }

    @Bean
    RecurringWork keepBooks(Bookkeeping bookkeeping) {
        return new RecurringWork("keep-success-books", Duration.ofSeconds(30), bookkeeping::work);
    }
}
