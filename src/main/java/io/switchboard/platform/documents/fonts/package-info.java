/** The fonts of documents, as far as JasperReports has to be told about them in code. */
@NullMarked
package io.switchboard.platform.documents.fonts;

import org.jspecify.annotations.NullMarked;
