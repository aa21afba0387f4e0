package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import java.util.List;

/** Implemented by whoever announces something that has files: a bucket is given them, where a webhook hears how to fetch them. The same bytes however often they are asked for. */
public interface AnnouncedFiles {

    /** The type of the announcements, such as {@code trust-report.issued}. */
    String type();

    /** {@code about}: that of the announcement. */
    List<SharedFile> of(TenantId tenant, String about);
}
