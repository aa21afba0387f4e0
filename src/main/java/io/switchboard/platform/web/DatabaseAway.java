package io.switchboard.platform.web;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The answer to a request that needed the database while it could not be reached: nobody's bug, so 503 and when to come back. */
final class DatabaseAway {

    static final String RETRY_AFTER_SECONDS = "5";

    private DatabaseAway() {}

    /** The driver says it of a connection that broke, the pool of one that could not be had. */
    static boolean isWhy(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLTransientConnectionException);
    }

    static ProblemDetail problem() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                "The portal cannot reach its database at the moment. A change is done whole or not at all; send the request again in a moment"
                        + " with the same Idempotency-Key, so that it is done once at most.");
    }
}
