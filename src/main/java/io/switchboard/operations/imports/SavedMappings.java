package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Mappings that a tenant keeps for files that come again. Saving under a name that is taken replaces what it meant; what was planned before keeps
 * the mapping it was planned with. Another tenant's mapping is never found.
 */
@Service
public class SavedMappings {

    private static final int MOST = 200;

    private final ImportAccess access;
    private final EnforcementPoint enforcement;
    private final Lookup lookup;
    private final Targets targets;
    private final MappingRows rows;
    private final Clock clock;

    SavedMappings(
            ImportAccess access,
            EnforcementPoint enforcement,
            Lookup lookup,
            Targets targets,
            MappingRows rows,
            Clock clock) {
        this.access = access;
        this.enforcement = enforcement;
        this.lookup = lookup;
        this.targets = targets;
        this.rows = rows;
        this.clock = clock;
    }

    /** By kind and name. */
    public List<SavedMapping> all(Caller caller, Optional<String> kind) {
        access.requireViewing(caller);
        return rows.all(caller.tenant(), kind);
    }

    public Optional<SavedMapping> find(Caller caller, String kind, String name) {
        access.requireViewing(caller);
        return rows.find(caller.tenant(), kind, name);
    }

    public Optional<SavedMapping> find(Caller caller, MappingId id) {
        access.requireViewing(caller);
        return rows.find(caller.tenant(), id);
    }

    /** Fails with {@code bad-name}, {@code bad-mapping}, {@code missing-column} or {@code too-many}; throws {@link UnknownKind}. */
    public Enforced<SavedMapping> save(Caller caller, String kind, String name, Map<String, String> mapping) {
        var target = targets.of(kind);
        var id = rows.find(caller.tenant(), kind, name).map(SavedMapping::id).orElseGet(MappingId::random);
        var saved = new SavedMapping(id, kind, name.strip(), mapping, caller.actor(), clock.instant());
        return enforcement.perform(ImportActions.saveMapping(caller, saved), () -> {
            check(caller, target, saved);
            rows.save(caller.tenant(), saved);
            return ImportActions.effect(saved);
        });
    }

    /** What stands in an import's draft or was planned with it. Empty where there is no such import. */
    public Optional<Enforced<SavedMapping>> save(Caller caller, ImportId id, String name) {
        return lookup.find(caller.tenant(), id).map(plan -> save(caller, plan.kind(), name, plan.mapping()));
    }

    private void check(Caller caller, ImportTarget target, SavedMapping saved) {
        SavedMapping.against(saved.name()).ifPresent(why -> {
            throw new ChangeFailure("bad-name", why);
        });
        if (!target.takesTables()) {
            throw new ChangeFailure(
                    "bad-mapping",
                    target.words().many() + " come as documents, whose format says what fills which field.");
        }
        try {
            var named = Mappings.columns(target, saved.mapping()).values().stream()
                    .distinct()
                    .toList();
            MappingCheck.require(target, saved.mapping(), named);
        } catch (UnreadableFile e) {
            throw new ChangeFailure(e.code(), e.explanation());
        }
        var all = rows.all(caller.tenant(), Optional.of(saved.kind()));
        if (all.size() >= MOST && all.stream().noneMatch(each -> each.id().equals(saved.id()))) {
            throw new ChangeFailure(
                    "too-many",
                    "A tenant keeps at most " + MOST + " mappings of a kind. Delete one that no file needs any more.");
        }
    }

    /** Schedules that name it keep running without it only if the file's columns are recognised by themselves. */
    public Optional<Enforced<SavedMapping>> delete(Caller caller, MappingId id) {
        return rows.find(caller.tenant(), id)
                .map(saved -> enforcement.perform(ImportActions.deleteMapping(caller, saved), () -> {
                    if (!rows.delete(caller.tenant(), id)) {
                        throw new ChangeFailure("gone", "Somebody deleted this mapping meanwhile.");
                    }
                    return ImportActions.effect(saved);
                }));
    }
}
