/** How a receipt shows beside what it is about. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.control.receipts.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
