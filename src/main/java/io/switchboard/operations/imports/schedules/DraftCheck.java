package io.switchboard.operations.imports.schedules;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportKinds;
import io.switchboard.operations.imports.MappingId;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.schedules.ScheduleSource.Access;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Reach;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns what somebody typed into a schedule, or says which part cannot be. */
@Component
class DraftCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TOKEN = 4096;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final Pattern ACCESS_KEY = Pattern.compile("[!-~]{1,128}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final ImportKinds kinds;
    private final SavedMappings mappings;
    private final Reach reach;

    DraftCheck(ImportKinds kinds, SavedMappings mappings, Reach reach) {
        this.kinds = kinds;
        this.mappings = mappings;
        this.reach = reach;
    }

    /** Throws {@link ChangeFailure}. {@code before}: the schedule that is changed, and its secrets. */
    Settled settled(Caller caller, ScheduleDraft draft, Optional<ImportSchedule> before, Optional<SourceSecrets> kept) {
        require(kinds.find(draft.kind()).isPresent(), "unknown-kind", "There is no kind " + shown(draft.kind()) + ".");
        var source = source(draft);
        return new Settled(
                name(draft.name()),
                draft.kind(),
                source,
                new SourceSecrets(query(draft.url()), token(draft, source, before, kept)),
                mapping(caller, draft),
                every(draft.every()),
                OnPlan.parse(draft.onPlan())
                        .orElseThrow(() -> failure(
                                "bad-on-plan", "What to do with the plan is plan (leave it for a person) or commit.")));
    }

    private static String name(String name) {
        var plain = name.strip();
        require(
                !plain.isEmpty()
                        && plain.length() <= LONGEST_NAME
                        && plain.chars().noneMatch(Character::isISOControl),
                "bad-name",
                "A schedule's name has 1 to " + LONGEST_NAME + " characters on one line.");
        return plain;
    }

    private ScheduleSource source(ScheduleDraft draft) {
        try {
            var uri = reach.check("The file's address", draft.url()).uri();
            var access = Access.parse(draft.access())
                    .orElseThrow(() -> failure("bad-access", "The access is none, bearer or s3."));
            return new ScheduleSource(
                    withoutQuery(uri),
                    uri.getRawQuery() != null,
                    access,
                    accessKey(draft, access),
                    region(draft, access));
        } catch (OutboundException e) {
            throw failure(e.code(), e.sentence());
        }
    }

    private static String withoutQuery(URI uri) {
        var text = uri.toString();
        return uri.getRawQuery() == null ? text : text.substring(0, text.indexOf('?'));
    }

    private static String query(String url) {
        return Optional.ofNullable(URI.create(url).getRawQuery()).orElse("");
    }

    private static Optional<String> accessKey(ScheduleDraft draft, Access access) {
        var key = draft.accessKey().map(String::strip).filter(text -> access == Access.S3 && !text.isEmpty());
        require(
                access != Access.S3 || key.filter(ACCESS_KEY.asMatchPredicate()).isPresent(),
                "bad-access-key",
                "Access s3 needs the access key that the bucket's owner gave out: 1 to 128 visible characters.");
        return key;
    }

    private static Optional<String> region(ScheduleDraft draft, Access access) {
        var region = draft.region().map(String::strip).filter(text -> access == Access.S3 && !text.isEmpty());
        require(
                region.isEmpty() || REGION.matcher(region.get()).matches(),
                "bad-region",
                "A region is in lower-case letters, digits and hyphens, such as eu-central-1.");
        return region;
    }

    /** A secret goes only where it was given for: whoever changes the address to another host has to know it. */
    private static String token(
            ScheduleDraft draft, ScheduleSource source, Optional<ImportSchedule> before, Optional<SourceSecrets> kept) {
        if (source.access() == Access.NONE) {
            return "";
        }
        var given = draft.token().map(String::strip).filter(text -> !text.isEmpty());
        if (given.isPresent()) {
            require(
                    given.get().length() <= LONGEST_TOKEN
                            && VISIBLE.matcher(given.get()).matches(),
                    "bad-token",
                    "A token or secret key has 1 to " + LONGEST_TOKEN + " visible ASCII characters without spaces.");
            return given.get();
        }
        return before.filter(schedule -> schedule.source().access() == source.access()
                        && schedule.source().sameOrigin(source))
                .flatMap(_ -> kept)
                .flatMap(SourceSecrets::given)
                .orElseThrow(() -> failure(
                        "token-missing",
                        "Access " + source.access().wire() + " needs its "
                                + (source.access() == Access.S3 ? "secret key" : "token")
                                + (before.isPresent()
                                        ? ". The one before is kept only for the same kind of access to the same host."
                                        : ".")));
    }

    private Optional<MappingId> mapping(Caller caller, ScheduleDraft draft) {
        var wanted = draft.mapping().map(String::strip).filter(text -> !text.isEmpty());
        var found = wanted.flatMap(name -> mappings.find(caller, draft.kind(), name))
                .map(SavedMapping::id);
        require(
                found.isPresent() == wanted.isPresent(),
                "unknown-mapping",
                "There is no saved mapping of that name for " + draft.kind() + ". Save one, or leave it out.");
        return found;
    }

    private static Duration every(String text) {
        try {
            var every = Duration.parse(text);
            if (every.compareTo(ImportSchedule.SHORTEST) >= 0 && every.compareTo(ImportSchedule.LONGEST) <= 0) {
                return every;
            }
        } catch (DateTimeParseException e) {
            // answered below, like every other text that is no interval
        }
        throw failure(
                "bad-every", "A schedule runs every PT15M (15 minutes) to P7D (7 days); " + shown(text) + " is not.");
    }

    private static void require(boolean right, String code, String sentence) {
        if (!right) {
            throw failure(code, sentence);
        }
    }

    private static ChangeFailure failure(String code, String sentence) {
        return new ChangeFailure(code, sentence);
    }

    private static String shown(String text) {
        return "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
    }
}
