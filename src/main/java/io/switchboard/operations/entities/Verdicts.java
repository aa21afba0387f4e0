package io.switchboard.operations.entities;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * What policy answered about a type. A question has no context, so its answer follows from the policies, the caller and the type alone; it is kept under the digest of the policies, never for a time.
 */
final class Verdicts {

    private static final int MOST = 20_000;

    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

    private record Question(Sha256 policies, Caller caller, String type) {}

    boolean answer(Sha256 policies, Caller caller, String type, BooleanSupplier policy) {
        if (answers.size() > MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Question(policies, caller, type), question -> policy.getAsBoolean());
    }
}
