package io.switchboard.control.receipts.storage;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code switchboard.log.folder}: where the logs' files are; with more than one node, a folder that all of them share. */
@Configuration(proxyBeanMethods = false)
class LogStoreConfiguration {

    @Bean
    LogStore logStore(@Value("${switchboard.log.folder}") Path folder) {
        return new FolderStore(folder);
    }
}
