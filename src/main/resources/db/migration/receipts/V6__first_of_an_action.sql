-- The first and the last receipt of an action with an outcome, which the guided setup asks for again and again: without it, a tenant with 250,000 denied exports and no allowed one has them all read.
ALTER TABLE receipt ADD KEY by_action_and_outcome (tenant_id, action, outcome, position);
