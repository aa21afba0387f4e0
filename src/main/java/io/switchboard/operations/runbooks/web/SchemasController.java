package io.switchboard.operations.runbooks.web;

import io.switchboard.operations.runbooks.dialect.RunbookSchema;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Published for anybody: an editor reads it while a runbook is written, before anyone has signed in. */
@RestController
class SchemasController {

    @GetMapping(path = RunbookSchema.PATH, produces = "application/schema+json")
    ResponseEntity<Map<String, Object>> runbook() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(RunbookSchema.document());
    }
}
