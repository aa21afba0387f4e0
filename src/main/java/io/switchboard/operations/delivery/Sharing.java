package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes secure links to documents: to share is to take along first and then to hand on, and each leaves its receipt. */
@Service
public class Sharing {

    private final ObjectProvider<Shareable> shareables;
    private final SecureLinks links;

    Sharing(ObjectProvider<Shareable> shareables, SecureLinks links) {
        this.shareables = shareables;
        this.links = links;
    }

    /** The kinds of documents that there are, as requests name them. */
    public List<String> documents() {
        return shareables.stream().map(Shareable::document).sorted().toList();
    }

    /** Why nothing can be shared like that, whatever the tenant has; empty where it can be tried. */
    public Optional<String> problem(ShareRequest request) {
        return shareable(request)
                .map(found -> problem(found, request))
                .orElseGet(() -> Optional.of(
                        "There is no such document to share. There are: " + String.join(", ", documents()) + "."));
    }

    private static Optional<String> problem(Shareable shareable, ShareRequest request) {
        var choices = shareable.choices();
        if (choices.contains(Shareable.Choice.ID) != request.id().isPresent()) {
            return Optional.of(
                    request.id().isPresent()
                            ? "There is one " + shareable.document() + ", made when it is shared. Leave id out."
                            : "Say in id which " + shareable.document() + " is to be shared.");
        }
        if (request.watermark().isPresent() && !choices.contains(Shareable.Choice.WATERMARK)) {
            return Optional.of("A file of the kind " + shareable.document() + " carries no watermark. Leave it out.");
        }
        return request.sections().isPresent() && !choices.contains(Shareable.Choice.SECTIONS)
                ? Optional.of("The " + shareable.document() + " is shared as a whole. Leave sections out.")
                : Optional.empty();
    }

    /** Empty where the tenant has no such document. */
    public Optional<Enforced<SecureLinks.Shared>> share(
            Caller caller, ShareRequest request, Duration validFor, int uses) {
        return shareable(request)
                .flatMap(found -> found.take(caller, request))
                .map(taken -> handed(caller, taken, validFor, uses));
    }

    /** What was taken along by the caller just now; a refusal of that stays one. */
    public Enforced<SecureLinks.Shared> handed(Caller caller, Enforced<SharedFile> taken, Duration validFor, int uses) {
        return switch (taken) {
            case Enforced.Done<SharedFile> done -> links.share(caller, done.value(), validFor, uses);
            case Enforced.Refused<SharedFile> refused -> new Enforced.Refused<>(refused.decision(), refused.receipt());
            case Enforced.Failed<SharedFile> failed ->
                new Enforced.Failed<>(failed.failure(), failed.decision(), failed.receipt());
        };
    }

    private Optional<Shareable> shareable(ShareRequest request) {
        return shareables.stream()
                .filter(found -> found.document().equals(request.document()))
                .findFirst();
    }
}
