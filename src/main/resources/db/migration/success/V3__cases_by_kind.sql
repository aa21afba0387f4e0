-- A dashboard reads approvals and incidents, which are few, and never the imports and runs between them, which can be half a million.
ALTER TABLE success_case DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, kind, day, case_id);
