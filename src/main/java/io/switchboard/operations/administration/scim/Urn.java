package io.switchboard.operations.administration.scim;

/** The URIs of SCIM's schemas and messages (RFC 7643, section 10; RFC 7644, section 8). */
final class Urn {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    static final String BULK_ANSWER = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /** Ours: what a write would change. */
    static final String REHEARSAL = "urn:switchboard:params:scim:api:messages:1.0:DryRun";

    private Urn() {}
}
