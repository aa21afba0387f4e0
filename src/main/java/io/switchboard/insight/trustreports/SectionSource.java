package io.switchboard.insight.trustreports;

import io.switchboard.platform.tenancy.Tenant;

/** Who knows a section. Reads only; the same records give the same section. */
interface SectionSource {

    Section of(Tenant tenant, Span span);
}
