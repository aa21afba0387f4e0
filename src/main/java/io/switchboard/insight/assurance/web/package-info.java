/** Documents of assurance over HTTP. */
@NullMarked
package io.switchboard.insight.assurance.web;

import org.jspecify.annotations.NullMarked;
