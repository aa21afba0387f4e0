package io.switchboard.operations.administration.scim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a bulk in its order, except that an operation waits for those whose bulkId it refers to. Operations that wait for each other are errors,
 * and after as many errors as the client bears the rest is not begun.
 */
final class BulkRun {

    private final BulkRequest request;
    private final Doing doing;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Result[] results;
    private int errors;

    /** Does one operation; what is wrong with it is a {@link ScimFault}. */
    interface Doing {
        Written of(Operation operation);
    }

    /** How one operation ended: {@code written}, or {@code fault}. */
    record Result(BulkRequest.Item item, Optional<Written> written, Optional<ScimFault> fault) {

        /** Of a rehearsal: it would have to wait for an approval. */
        boolean isHeld() {
            return written.flatMap(done -> done.changes().hold()).isPresent();
        }
    }

    BulkRun(BulkRequest request, Doing doing) {
        this.request = request;
        this.doing = doing;
        this.results = new Result[request.items().size()];
    }

    /** Of every operation that was begun, in the order of the request. */
    List<Result> results() {
        var waiting = new LinkedHashSet<Integer>();
        var missing = new HashMap<Integer, Set<String>>();
        var known = new HashSet<String>();
        request.items().forEach(item -> item.bulkId().ifPresent(known::add));
        for (int i = 0; i < results.length; i++) {
            var references = request.items().get(i).references();
            references.retainAll(known);
            missing.put(i, references);
            waiting.add(i);
        }
        while (!waiting.isEmpty() && !enough()) {
            var next = waiting.stream()
                    .filter(index -> ended.containsAll(missing.getOrDefault(index, Set.of())))
                    .findFirst()
                    .orElse(waiting.getFirst());
            waiting.remove(next);
            run(next);
        }
        return Arrays.stream(results).filter(Objects::nonNull).toList();
    }

    private boolean enough() {
        return request.failOnErrors() > 0 && errors >= request.failOnErrors();
    }

    private void run(int index) {
        var item = request.items().get(index);
        results[index] = attempt(item);
        item.bulkId().ifPresent(ended::add);
    }

    private Result attempt(BulkRequest.Item item) {
        try {
            var written = doing.of(item.operation(bulkId -> Optional.ofNullable(ids.get(bulkId))));
            item.bulkId().ifPresent(bulkId -> id(written).ifPresent(id -> ids.put(bulkId, id)));
            return new Result(item, Optional.of(written), Optional.empty());
        } catch (ScimFault fault) {
            errors++;
            return new Result(item, Optional.empty(), Optional.of(fault));
        }
    }

    private static Optional<String> id(Written written) {
        return switch (written) {
            case Written.User user -> Optional.of(user.member().id().value());
            case Written.Group group -> Optional.of(group.group().id().value());
            case Written.Gone _ -> Optional.empty();
        };
    }
}
