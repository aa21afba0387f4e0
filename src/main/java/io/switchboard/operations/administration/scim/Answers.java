package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.Enforced;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** Answers as HTTP has them: {@code application/scim+json}, entity tags, the receipt of a write in {@code Switchboard-Receipt}. */
record Answers(Resources resources, Projection projection) {

    static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");

    static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok().contentType(SCIM).body(ScimJson.bytes(body));
    }

    /** A read resource, or 304 where the client has that version already. */
    ResponseEntity<byte[]> read(ObjectNode resource, String tag, Optional<String> ifNoneMatch) {
        if (ifNoneMatch.filter(asked -> Expected.matches(asked, tag)).isPresent()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok().contentType(SCIM).eTag(tag).body(ScimJson.bytes(projection.of(resource)));
    }

    ResponseEntity<byte[]> written(Enforced.Done<Written> done) {
        var receipt = done.receipt().id().value();
        return switch (done.value()) {
            case Written.User user ->
                written(user.created(), resources.location(user.member()), VersionTag.of(user.member()), receipt)
                        .body(ScimJson.bytes(projection.of(resources.user(user.member()))));
            case Written.Group group ->
                written(group.created(), resources.location(group.group()), VersionTag.of(group.group()), receipt)
                        .body(ScimJson.bytes(projection.of(resources.group(group.group(), group.members()))));
            case Written.Gone _ ->
                ResponseEntity.noContent()
                        .header("Switchboard-Receipt", receipt)
                        .build();
        };
    }

    private static ResponseEntity.BodyBuilder written(boolean created, String location, String tag, String receipt) {
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(SCIM)
                .location(URI.create(location))
                .eTag(tag)
                .header("Switchboard-Receipt", receipt);
    }

    /** What a write would change; nothing of it has happened. */
    static ResponseEntity<byte[]> rehearsed(Enforced.Done<Written> done) {
        var json = rehearsal(done.value().changes());
        json.put("decisionId", done.decision().id().value());
        json.put("receiptId", done.receipt().id().value());
        return ResponseEntity.ok()
                .contentType(SCIM)
                .header("Switchboard-Receipt", done.receipt().id().value())
                .body(ScimJson.bytes(json));
    }

    static ObjectNode rehearsal(ChangeList changes) {
        var json = ScimJson.NODES.objectNode();
        json.putArray("schemas").add(Urn.REHEARSAL);
        json.put("action", changes.action());
        var listed = json.putArray("changes");
        changes.changes().forEach(change -> {
            var one = listed.addObject().put("attribute", change.attribute());
            change.before().ifPresent(before -> one.put("before", before));
            change.after().ifPresent(after -> one.put("after", after));
        });
        json.put("rolesGained", changes.gained().size());
        json.put("rolesLost", changes.lost().size());
        json.put("deactivated", changes.deactivated());
        json.put("removed", changes.removed());
        json.put("held", changes.hold().isPresent());
        changes.hold().ifPresent(why -> json.put("hold", why));
        return json;
    }
}
