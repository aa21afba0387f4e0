package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.proofs.LogFile;
import io.switchboard.control.receipts.proofs.LogFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A public log as C2SP {@code tlog-tiles} lays it out. Tiles and entry bundles never change, so whoever has one need not ask again. */
@RestController
class LogFilesController {

    private static final CacheControl IMMUTABLE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LogFiles files;

    LogFilesController(LogFiles files) {
        this.files = files;
    }

    @GetMapping("/log/{log}/**")
    ResponseEntity<byte[]> file(@PathVariable String log, HttpServletRequest request) {
        var prefix = request.getContextPath() + "/log/" + log + "/";
        var path = request.getRequestURI().substring(prefix.length());
        return files.read(log, path).map(LogFilesController::answer).orElseThrow(LogProblems::noFile);
    }

    private static ResponseEntity<byte[]> answer(LogFile file) {
        return ResponseEntity.ok()
                .contentType(file.immutable() ? MediaType.APPLICATION_OCTET_STREAM : MediaType.TEXT_PLAIN)
                .cacheControl(file.immutable() ? IMMUTABLE : CacheControl.noCache())
                .body(file.content());
    }
}
