package io.switchboard.insight.reliability;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Sets objectives, governed. What was counted stays; it is judged by another target from then on. */
@Service
public class Objectives {

    public static final ActionId SET = new ActionId("reliability.set-objective");

    static final String SERVICE_LEVEL = "ServiceLevel";

    private final EnforcementPoint enforcement;
    private final ObjectiveRows rows;

    Objectives(EnforcementPoint enforcement, ObjectiveRows rows) {
        this.enforcement = enforcement;
        this.rows = rows;
    }

    /** {@code version} is that of the objective that was seen. */
    public Enforced<Objective> set(Caller caller, Indicator indicator, BigDecimal percent, int days, int version) {
        return enforcement.perform(
                GovernedAction.of(caller, SET, ResourceRef.of(SERVICE_LEVEL, indicator.id())), () -> {
                    var before = rows.of(caller.tenant()).getOrDefault(indicator, Objective.usual(indicator));
                    var after = new Objective(indicator, target(percent), window(days), version + 1);
                    require(
                            !after.target().equals(before.target()) || after.days() != before.days(),
                            "nothing-new",
                            "The objective is " + before + " already. Choose another target or window.");
                    require(
                            before.version() == version && rows.put(caller.tenant(), after),
                            "changed-meanwhile",
                            "Somebody else changed this objective meanwhile. Look at it again.");
                    return effect(before, after);
                });
    }

    private static Effect<Objective> effect(Objective before, Objective after) {
        return Effect.of(
                        after,
                        Subject.atVersion(SERVICE_LEVEL, after.indicator().id(), after.version()))
                .withFacts(Map.of(
                        "target",
                        after.target().percent().toPlainString(),
                        "targetBefore",
                        before.target().percent().toPlainString(),
                        "days",
                        (long) after.days(),
                        "daysBefore",
                        (long) before.days()));
    }

    private static Target target(BigDecimal percent) {
        return Target.ofPercent(percent)
                .orElseThrow(
                        () -> new ChangeFailure(
                                "bad-target",
                                "A target is a percentage from 50 to 99.999 with at most three decimals, such as 99.9. Write one that is."));
    }

    private static int window(int days) {
        require(
                Objective.WINDOWS.contains(days),
                "bad-window",
                "A window has "
                        + Objective.WINDOWS.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " days. Choose one of them.");
        return days;
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
