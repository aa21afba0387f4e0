/** The trust page: claims, documents, and how to check both without us. Modules above may put a notice on it. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.insight.assurance.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
