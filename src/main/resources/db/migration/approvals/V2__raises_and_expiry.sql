-- raises: a JSON array of the members who would get more rights. expiry_receipt: the ticket's time was over, and this receipt says so.
ALTER TABLE approval_ticket
    ADD COLUMN raises MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '[]' AFTER tallies,
    ADD COLUMN expiry_receipt VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY approval_ticket_deadline (expiry_receipt, deadline);

-- What expired before there were receipts of it stays without one.
UPDATE approval_ticket SET expiry_receipt = '' WHERE state = 'expired' OR (state IN ('open', 'approved') AND deadline <= UTC_TIMESTAMP(6));
