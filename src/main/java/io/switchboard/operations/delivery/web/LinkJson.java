package io.switchboard.operations.delivery.web;

import io.switchboard.operations.delivery.SecureLink;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.platform.documents.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Secure links as the API writes and reads them. Times are RFC 3339 in UTC. */
final class LinkJson {

    private LinkJson() {}

    /** The latest first; {@code next} asks for the page after this, null at the end. */
    record Page(List<Item> items, @Nullable String next, long total) {

        static Page of(List<SecureLink> links, int limit, long total, Instant now) {
            return new Page(
                    links.stream().map(link -> Item.of(link, now)).toList(),
                    links.size() < limit ? null : links.getLast().id().value(),
                    total);
        }
    }

    /** {@code state}: open, used up, expired or revoked. {@code sha256}: of the file, in hex. */
    record Item(
            String id,
            String file,
            String type,
            long bytes,
            String sha256,
            String state,
            int uses,
            int mostUses,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> usedAt,
            Optional<Instant> revokedAt) {

        static Item of(SecureLink link, Instant now) {
            return new Item(
                    link.id().value(),
                    link.name(),
                    link.type(),
                    link.bytes(),
                    link.digest().hex(),
                    link.at(now).words(),
                    link.uses(),
                    link.mostUses(),
                    link.createdAt(),
                    link.expiresAt(),
                    link.usedAt(),
                    link.revokedAt());
        }
    }

    /** {@code address}: what opens it, answered here and nowhere else. */
    record Made(Item link, String address) {}

    /** {@code document}: its kind; {@code id}: which, where there are several; {@code sections}: the ids of the only ones to disclose. */
    record Wanted(
            @Nullable String document,
            @Nullable String id,
            @Nullable Integer validForHours,
            @Nullable Integer uses,
            @Nullable String watermark,
            @Nullable Set<String> sections) {

        private static final long LONGEST = SecureLinks.LONGEST.toHours();

        /** All at once. */
        List<String> problems(Sharing sharing) {
            var problems = new ArrayList<String>();
            if (validForHours == null || validForHours < 1 || validForHours > LONGEST) {
                problems.add("validForHours is 1 to " + LONGEST + ".");
            }
            if (uses == null || uses < 1 || uses > SecureLinks.MOST_USES) {
                problems.add("uses is 1 to " + SecureLinks.MOST_USES + ".");
            }
            var marked = watermark == null ? Optional.<String>empty() : Watermark.problem(watermark);
            marked.ifPresentOrElse(
                    problems::add, () -> sharing.problem(request()).ifPresent(problems::add));
            return problems;
        }

        ShareRequest request() {
            return new ShareRequest(
                    document == null ? "" : document,
                    Optional.ofNullable(id),
                    Optional.ofNullable(watermark).map(Watermark::new),
                    Optional.ofNullable(sections));
        }

        Duration validFor() {
            return Duration.ofHours(validForHours == null ? 0 : validForHours);
        }

        int mostUses() {
            return uses == null ? 0 : uses;
        }
    }
}
