/** The setup's page, and the one that a tenant's bare address leads to. */
@NullMarked
package io.switchboard.operations.onboarding.ui;

import org.jspecify.annotations.NullMarked;
