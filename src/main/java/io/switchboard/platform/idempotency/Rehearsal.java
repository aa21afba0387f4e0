package io.switchboard.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;

/** Names POSTs that change nothing (a dry run), which need no {@code Idempotency-Key}. Parameters of a multipart body are readable. */
@FunctionalInterface
public interface Rehearsal extends Predicate<HttpServletRequest> {}
