package io.switchboard.operations.administration.scim;

import io.swagger.v3.oas.annotations.Hidden;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.MemberGroups;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /scim/v2/Users} and {@code /Groups} (RFC 7644, section 3). A write with {@code ?dryRun=true} answers what it would change. */
@RestController
@RequestMapping("/scim/v2")
@Hidden
class ScimController {

    private final Reading reading;
    private final Provisioning provisioning;

    ScimController(Reading reading, Provisioning provisioning) {
        this.reading = reading;
        this.provisioning = provisioning;
    }

    @GetMapping("/Users/{id}")
    ResponseEntity<byte[]> user(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var query = new Query(request);
        var member = reading.user(caller, id);
        return query.answers()
                .read(query.resources().user(member), VersionTag.of(member), query.header("If-None-Match"));
    }

    @GetMapping("/Groups/{id}")
    ResponseEntity<byte[]> group(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var query = new Query(request);
        var group = reading.group(caller, id);
        var members = query.projection().shows("members")
                ? reading.members(caller, List.of(group)).getOrDefault(group.id(), List.of())
                : List.<MemberGroups.Listed>of();
        return query.answers()
                .read(query.resources().group(group, members), VersionTag.of(group), query.header("If-None-Match"));
    }

    @GetMapping("/Users")
    ResponseEntity<byte[]> users(Caller caller, HttpServletRequest request) {
        return users(caller, new Query(request));
    }

    @PostMapping("/Users/.search")
    ResponseEntity<byte[]> searchUsers(Caller caller, HttpServletRequest request) throws IOException {
        return users(caller, Query.of(request, Bodies.read(request)));
    }

    private ResponseEntity<byte[]> users(Caller caller, Query query) {
        var found = reading.users(
                caller, Fields.USERS.condition(query.filter()), query.window(Fields.USERS.sortBy(query.sortBy())));
        return query.page(found.items().stream().map(query.resources()::user).toList(), found.total());
    }

    @GetMapping("/Groups")
    ResponseEntity<byte[]> groups(Caller caller, HttpServletRequest request) {
        return groups(caller, new Query(request));
    }

    @PostMapping("/Groups/.search")
    ResponseEntity<byte[]> searchGroups(Caller caller, HttpServletRequest request) throws IOException {
        return groups(caller, Query.of(request, Bodies.read(request)));
    }

    private ResponseEntity<byte[]> groups(Caller caller, Query query) {
        var found = reading.groups(
                caller, Fields.GROUPS.condition(query.filter()), query.window(Fields.GROUPS.sortBy(query.sortBy())));
        var members = query.projection().shows("members")
                ? reading.members(caller, found.items())
                : java.util.Map.<io.switchboard.platform.identity.GroupId, List<MemberGroups.Listed>>of();
        return query.page(
                found.items().stream()
                        .map(group -> query.resources().group(group, members.getOrDefault(group.id(), List.of())))
                        .toList(),
                found.total());
    }

    @PostMapping({"/Users", "/Groups"})
    ResponseEntity<byte[]> create(Caller caller, HttpServletRequest request) throws IOException {
        return write(caller, Operation.Method.POST, Optional.empty(), request);
    }

    @PutMapping({"/Users/{id}", "/Groups/{id}"})
    ResponseEntity<byte[]> replace(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return write(caller, Operation.Method.PUT, Optional.of(id), request);
    }

    @PatchMapping({"/Users/{id}", "/Groups/{id}"})
    ResponseEntity<byte[]> patch(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return write(caller, Operation.Method.PATCH, Optional.of(id), request);
    }

    @DeleteMapping({"/Users/{id}", "/Groups/{id}"})
    ResponseEntity<byte[]> remove(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return write(caller, Operation.Method.DELETE, Optional.of(id), request);
    }

    private ResponseEntity<byte[]> write(
            Caller caller, Operation.Method method, Optional<String> id, HttpServletRequest request)
            throws IOException {
        var query = new Query(request);
        var type = query.type();
        var data = data(caller, method, type, id, request);
        var operation = new Operation(method, type, id, data, query.header("If-Match"));
        return query.dryRun()
                ? Answers.rehearsed(Outcomes.done(provisioning.rehearse(caller, operation)))
                : query.answers().written(Outcomes.done(provisioning.perform(caller, operation)));
    }

    /** What is not there is not found, whatever else is wrong with the request. */
    private Optional<ObjectNode> data(
            Caller caller,
            Operation.Method method,
            Operation.Type type,
            Optional<String> id,
            HttpServletRequest request)
            throws IOException {
        try {
            return method == Operation.Method.DELETE ? Optional.empty() : Optional.of(Bodies.read(request));
        } catch (ScimFault fault) {
            id.ifPresent(it -> reading.requireThere(caller, type, it));
            throw fault;
        }
    }
}
