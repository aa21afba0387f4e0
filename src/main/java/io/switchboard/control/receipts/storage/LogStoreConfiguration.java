package io.switchboard.control.receipts.storage;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bucket where {@code switchboard.log.bucket} is set, else the folder {@code switchboard.log.folder}; nodes side by side share either. */
@Configuration(proxyBeanMethods = false)
class LogStoreConfiguration {

    @Bean
    @ConditionalOnProperty("switchboard.log.bucket")
    LogStore logBucket(
            @Value("${switchboard.log.endpoint}") URI endpoint,
            @Value("${switchboard.log.region:us-east-1}") String region,
            @Value("${switchboard.log.bucket}") String bucket,
            @Value("${switchboard.log.access-key}") String accessKey,
            @Value("${switchboard.log.secret-key}") String secretKey) {
        return new BucketSettings(endpoint, region, bucket, accessKey, secretKey).open();
    }

    @Bean
    @ConditionalOnProperty(name = "switchboard.log.bucket", matchIfMissing = true, havingValue = "")
    LogStore logFolder(@Value("${switchboard.log.folder}") Path folder) {
        return new FolderStore(folder);
    }
}
