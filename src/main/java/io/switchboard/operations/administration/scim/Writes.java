package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Caller;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** From what a client sends to the write that it means. */
@Component
class Writes {

    private final UserWrites users;
    private final GroupWrites groups;

    Writes(UserWrites users, GroupWrites groups) {
        this.users = users;
        this.groups = groups;
    }

    Write of(Caller caller, Operation operation) {
        operation.data().ifPresent(data -> Bodies.requireSchema(data, operation.schema()));
        return switch (operation.type()) {
            case USER -> user(caller, operation);
            case GROUP -> group(caller, operation);
        };
    }

    private Write user(Caller caller, Operation operation) {
        return switch (operation.method()) {
            case POST -> users.create(caller, UserWrite.of(data(operation), true));
            case PUT ->
                users.update(
                        caller,
                        Reading.memberId(id(operation)),
                        before -> UserWrite.of(data(operation), before.profile().active()),
                        operation.ifMatch());
            case PATCH ->
                users.update(caller, Reading.memberId(id(operation)), userPatch(operation), operation.ifMatch());
            case DELETE -> users.remove(caller, Reading.memberId(id(operation)), operation.ifMatch());
        };
    }

    private static UnaryOperator<UserWrite> userPatch(Operation operation) {
        var patch = PatchRequest.of(data(operation));
        return before -> UserPatch.applied(patch, before);
    }

    private Write group(Caller caller, Operation operation) {
        return switch (operation.method()) {
            case POST -> groups.create(caller, GroupWrite.of(data(operation)));
            case PUT -> {
                var wanted = GroupWrite.of(data(operation));
                yield groups.update(caller, Reading.groupId(id(operation)), _ -> wanted, operation.ifMatch());
            }
            case PATCH -> {
                var patch = PatchRequest.of(data(operation));
                yield groups.update(
                        caller,
                        Reading.groupId(id(operation)),
                        before -> GroupPatch.applied(patch, before),
                        operation.ifMatch());
            }
            case DELETE -> groups.remove(caller, Reading.groupId(id(operation)), operation.ifMatch());
        };
    }

    private static String id(Operation operation) {
        return operation.id().orElseThrow(ScimFault::notFound);
    }

    private static ObjectNode data(Operation operation) {
        return Optional.of(operation)
                .flatMap(Operation::data)
                .orElseThrow(() -> ScimFault.syntax("The operation has no data. Send the resource or the patch."));
    }
}
