/**
 * What an exported PDF lacks to conform to PDF/A-3a and PDF/UA-1, as a list of small corrections, each of which knows one
 * thing. See {@code docs/decisions/0004-pdf-with-jasperreports-7.0.6.md}.
 */
@NullMarked
package io.switchboard.platform.documents.conformance;

import org.jspecify.annotations.NullMarked;
