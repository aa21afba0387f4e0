-- terms: JSON with the role that decides where one was named, what there is to look at, and what undoes it.
ALTER TABLE approval_ticket ADD COLUMN terms MEDIUMTEXT COLLATE utf8mb4_bin NOT NULL DEFAULT '{}' AFTER raises;
