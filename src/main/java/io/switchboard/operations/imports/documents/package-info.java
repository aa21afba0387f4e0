/** SPI for what is no table: documents of which each brings one row or several, found by JSON pointer (RFC 6901). */
@NullMarked
@NamedInterface("documents")
package io.switchboard.operations.imports.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
