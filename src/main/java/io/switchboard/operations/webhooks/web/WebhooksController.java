package io.switchboard.operations.webhooks.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhook endpoints of the caller's tenant. A secret is in the answer that made it, and in no other. */
@RestController
@RequestMapping("/api/webhooks")
class WebhooksController {

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    WebhookJson.All list(Caller caller) {
        return WebhookJson.All.of(webhooks.list(caller));
    }

    @PostMapping
    ResponseEntity<WebhookJson.WithSecret> register(
            Caller caller, @RequestBody(required = false) WebhookJson.@Nullable Draft draft) {
        var name = Optional.ofNullable(draft)
                .map(WebhookJson.Draft::name)
                .flatMap(WebhooksController::name)
                .orElseThrow(() -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "bad-name", EndpointName.SYNTAX));
        var address = Optional.ofNullable(draft).map(WebhookJson.Draft::address).orElse("");
        return answered(webhooks.register(caller, name, address));
    }

    /** A new secret; the former one signs as well for 24 hours. */
    @PostMapping("/{webhook}/rotations")
    ResponseEntity<WebhookJson.WithSecret> rotate(Caller caller, @PathVariable String webhook) {
        return answered(name(webhook)
                .flatMap(name -> webhooks.rotate(caller, name))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such webhook endpoint. List them at /api/webhooks.")));
    }

    private static ResponseEntity<WebhookJson.WithSecret> answered(Enforced<Webhooks.Registered> ended) {
        return switch (ended) {
            case Enforced.Done<Webhooks.Registered> done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(WebhookJson.WithSecret.of(done.value()));
            case Enforced.Refused<Webhooks.Registered> refused -> throw Problems.of(refused);
            case Enforced.Failed<Webhooks.Registered> failed ->
                throw Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<EndpointName> name(String text) {
        return Optional.of(text).filter(EndpointName::isValid).map(EndpointName::new);
    }
}
