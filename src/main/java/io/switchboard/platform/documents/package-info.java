/**
 * Documents: the name of a template and a typed record in; a tagged PDF that conforms to PDF/A-3a (ISO 19005-3) and PDF/UA-1
 * (ISO 14289-1) out, with its JSON twin attached and, where the caller brings a signer, a PAdES signature. The same request
 * gives the same bytes, on every day and in every JVM. A copy says of which document it is one, and carries a watermark where one was asked for. Knows nothing of tenants and policy, and of receipts their ids.
 *
 * <p>Templates live in {@code reports/<module>/}, wear {@code reports/shared/letterhead.jrxml} and are compiled by the build.
 */
@NullMarked
@ApplicationModule(
        id = "documents",
        allowedDependencies = {"kernel"})
package io.switchboard.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
