package io.switchboard.operations.imports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What imports need from time to time, on every node: beats of work under way, recovery of what a killed node left, deletion of what is no longer kept. */
@Component
@EnableScheduling
class ImportUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(ImportUpkeep.class);

    private final InFlight inFlight;
    private final ImportRecovery recovery;
    private final ImportKeeping keeping;

    ImportUpkeep(InFlight inFlight, ImportRecovery recovery, ImportKeeping keeping) {
        this.inFlight = inFlight;
        this.recovery = recovery;
        this.keeping = keeping;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void beat() {
        attempt("beat", inFlight::beat);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT1S")
    void recover() {
        attempt("recovery", recovery::recover);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void keep() {
        attempt("deletion", keeping::clear);
    }

    /** A database that is away for a while is not worth a stack trace every five seconds; the next attempt comes soon. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("The {} of imports did not succeed and will be tried again: {}", what, e.getMessage());
        }
    }
}
