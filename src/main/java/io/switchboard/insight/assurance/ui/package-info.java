/** The trust page: claims, documents, and how to check both without us. */
@NullMarked
package io.switchboard.insight.assurance.ui;

import org.jspecify.annotations.NullMarked;
