/** The API of feedback. */
@NullMarked
package io.switchboard.operations.feedback.web;

import org.jspecify.annotations.NullMarked;
