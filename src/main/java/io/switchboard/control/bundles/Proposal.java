package io.switchboard.control.bundles;

import io.switchboard.control.policy.BundleFiles;

/** What somebody wants the policies to be: {@code basedOn} is the version it was made from. Title and why are text that people typed. */
public record Proposal(BundleFiles files, String title, String why, int basedOn) {}
