package io.switchboard.control.receipts.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What an answer about a log says where there is none (RFC 9457). */
final class LogProblems {

    private LogProblems() {}

    static ErrorResponseException noReceipt() {
        return problem(
                HttpStatus.NOT_FOUND, "There is no such receipt. Check the id, or list receipts at /api/receipts.");
    }

    static ErrorResponseException pending() {
        return problem(
                HttpStatus.CONFLICT,
                "The receipt is committed and waits for the next checkpoint, so there is no proof of it yet. Ask again in a second.");
    }

    static ErrorResponseException empty() {
        return problem(
                HttpStatus.NOT_FOUND,
                "The log has no checkpoint yet: the first one comes about a second after the first governed action.");
    }

    static ErrorResponseException sizes(long from, long to, long size) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "From " + from + " to " + to + " is no growth of this log: give 1 ≤ from ≤ to ≤ " + size + ".");
    }

    static ErrorResponseException noFile() {
        return problem(
                HttpStatus.NOT_FOUND,
                "There is no such file of a log, or the log is not public. A log's paths are those of C2SP tlog-tiles.");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
