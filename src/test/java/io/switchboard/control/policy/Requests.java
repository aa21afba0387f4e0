package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests for the tests: the governed actions with their resource types, and callers. */
final class Requests {

    static final TenantId TENANT = TenantId.random();

    static final Map<String, String> RESOURCE_OF = resources();

    private Requests() {}

    static PolicyRequest member(String action, Role... roles) {
        return by(Actor.user(MemberId.random()), action, roles);
    }

    static PolicyRequest service(String action, Role... roles) {
        return by(Actor.service("client-1"), action, roles);
    }

    static PolicyRequest system(String action) {
        return by(Actor.system("login"), action);
    }

    static PolicyRequest by(Actor actor, String action, Role... roles) {
        return PolicyRequest.of(
                new Caller(TENANT, actor, Set.copyOf(List.of(roles))),
                new ActionId(action),
                ResourceRef.of(RESOURCE_OF.getOrDefault(action, "Tenant"), "x-1"));
    }

    private static Map<String, String> resources() {
        var of = new LinkedHashMap<String, String>();
        of.put("imports.view", "Import");
        of.put("imports.plan", "Import");
        of.put("imports.commit", "Import");
        of.put("imports.discard", "Import");
        of.put("imports.save-mapping", "ImportMapping");
        of.put("imports.delete-mapping", "ImportMapping");
        of.put("imports.schedule", "ImportSchedule");
        of.put("receipts.export-evidence", "EvidenceBundle");
        of.put("receipts.anchor-log", "Log");
        of.put("receipts.check-log", "Log");
        of.put("receipts.publish-log", "Log");
        of.put("administration.connect-idp", "IdpConnection");
        of.put("administration.test-idp", "IdpConnection");
        of.put("administration.activate-idp", "IdpConnection");
        of.put("administration.configure-tenant", "Tenant");
        of.put("administration.use-recovery-login", "Login");
        of.put("administration.refuse-login", "Login");
        of.put("keys.rotate", "Key");
        of.put("keys.retire", "Key");
        of.put("keys.bring", "Key");
        of.put("keys.rehearse", "Key");
        of.put("assurance.issue-document", "Document");
        of.put("trustreports.view", "TrustReport");
        of.put("trustreports.issue", "TrustReport");
        of.put("trustreports.download", "TrustReport");
        of.put("trustreports.copy", "TrustReport");
        of.put("trustreports.schedule", "TrustReport");
        of.put("reliability.view", "ServiceLevel");
        of.put("reliability.set-objective", "ServiceLevel");
        of.put("reliability.alert", "ServiceLevel");
        of.put("reliability.record-baseline", "Baseline");
        of.put("evaluation.view", "Evaluation");
        of.put("evaluation.begin", "Evaluation");
        of.put("evaluation.issue-document", "Evaluation");
        of.put("evaluation.sign-memo", "Evaluation");
        of.put("evaluation.view-tenants", "Evaluation");
        of.put("evaluation.read-memo", "Evaluation");
        of.put("evaluation.countersign-memo", "Evaluation");
        of.put("evaluation.decline-memo", "Evaluation");
        of.put("trustcentre.view", "TrustCentre");
        of.put("trustcentre.configure", "TrustCentre");
        of.put("trustcentre.request", "AccessRequest");
        of.put("trustcentre.decide", "AccessRequest");
        of.put("trustcentre.accept-terms", "AccessRequest");
        of.put("trustcentre.download", "AccessRequest");
        of.put("trustcentre.revoke", "AccessRequest");
        of.put("isolation.view", "ProbeRun");
        of.put("isolation.probe", "ProbeRun");
        of.put("delivery.view", "SecureLink");
        of.put("delivery.share", "SecureLink");
        of.put("delivery.revoke", "SecureLink");
        of.put("delivery.collect", "SecureLink");
        of.put("delivery.follow", "Delivery");
        of.put("delivery.replay", "Delivery");
        of.put("delivery.send", "Destination");
        of.put("delivery.test", "Destination");
        of.put("delivery.enable", "Destination");
        of.put("delivery.disable", "Destination");
        of.put("delivery.connect-bucket", "Destination");
        of.put("delivery.remove-bucket", "Destination");
        of.put("onboarding.except", "SetupStep");
        of.put("onboarding.require", "SetupStep");
        of.put("onboarding.reopen", "SetupStep");
        of.put("incidents.view", "Incident");
        of.put("incidents.open", "Incident");
        of.put("incidents.update", "Incident");
        of.put("runs.view", "Run");
        of.put("runs.start", "Run");
        of.put("runs.step", "Run");
        of.put("runs.command", "Command");
        of.put("endpoints.check", "Command");
        of.put("runs.cancel", "Run");
        of.put("runs.roll-back", "Run");
        of.put("runbooks.view", "Runbook");
        of.put("entities.read", "GraphEntity");
        of.put("entities.link", "GraphEntity");
        of.put("entities.unlink", "GraphEntity");
        of.put("members.view", "Tenant");
        of.put("members.rehearse", "Tenant");
        of.put("members.provision", "Membership");
        of.put("members.update", "Membership");
        of.put("members.deactivate", "Membership");
        of.put("members.remove", "Membership");
        of.put("groups.create", "Group");
        of.put("groups.update", "Group");
        of.put("groups.remove", "Group");
        of.put("approvals.view", "Approval");
        of.put("approvals.request", "Approval");
        of.put("approvals.decide", "Approval");
        of.put("feedback.submit", "Feedback");
        of.put("feedback.view", "Feedback");
        of.put("feedback.read-text", "Feedback");
        of.put("feedback.view-board", "Issue");
        of.put("feedback.triage", "Issue");
        of.put("feedback.move", "Issue");
        of.put("feedback.assign", "Issue");
        of.put("feedback.describe", "Issue");
        of.put("feedback.pause", "Issue");
        of.put("feedback.resume", "Issue");
        of.put("feedback.merge", "Issue");
        of.put("feedback.raise-alarm", "Issue");
        of.put("flags.view", "Flag");
        of.put("flags.evaluate", "Flag");
        of.put("flags.create", "Flag");
        of.put("flags.change", "Flag");
        of.put("flags.kill", "Flag");
        of.put("flags.restore", "Flag");
        of.put("flags.ramp", "Flag");
        of.put("flags.advance-ramp", "Flag");
        of.put("flags.change-cohort", "Cohort");
        of.put("policy.view", "PolicyVersion");
        of.put("policy.propose", "PolicyVersion");
        of.put("policy.simulate", "PolicyVersion");
        of.put("policy.shadow", "PolicyVersion");
        of.put("policy.activate", "PolicyVersion");
        of.put("policy.withdraw", "PolicyVersion");
        of.put("webhooks.view", "Webhook");
        of.put("webhooks.register", "Webhook");
        of.put("webhooks.rotate-secret", "Webhook");
        of.put("webhooks.remove", "Webhook");
        of.put("webhooks.send-test", "Webhook");
        of.put("webhooks.allow-hosts", "Webhook");
        of.put("success.view", "Success");
        of.put("success.view-tenants", "Success");
        of.put("success.read-tenant", "Success");
        of.put("success.recount", "Success");
        of.put("drills.view", "DrDrill");
        of.put("drills.run", "DrDrill");
        of.put("roadmap.view", "Roadmap");
        of.put("roadmap.lock", "Roadmap");
        of.put("roadmap.raise", "RoadmapItem");
        of.put("roadmap.specify", "RoadmapItem");
        of.put("roadmap.defer", "RoadmapItem");
        of.put("ledger.view", "LedgerEntry");
        of.put("ledger.record", "LedgerEntry");
        of.put("ledger.sign", "LedgerEntry");
        of.put("ledger.withdraw", "LedgerEntry");
        of.put("retention.view", "RetentionPolicy");
        of.put("retention.set", "RetentionPolicy");
        of.put("retention.hold", "RetentionPolicy");
        of.put("retention.release", "RetentionPolicy");
        of.put("retention.purge", "Purge");
        of.put("retention.complete-purge", "Purge");
        of.put("retention.download", "Purge");
        return of;
    }
}
