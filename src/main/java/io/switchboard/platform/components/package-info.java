/**
 * The design system: Vaadin components that every view shares and that know no business word. They carry classes of
 * {@code themes/base/base.css} and say every state by colour, icon and word. Nothing here asks a service.
 */
@NullMarked
@ApplicationModule(
        id = "components",
        allowedDependencies = {"kernel"})
package io.switchboard.platform.components;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
