package io.switchboard.insight.assurance;

import java.util.List;

/** The primary and unique keys of every table that has a column {@code tenant_id}, as the database has them right now. */
interface TableKeys {

    List<TableKey> all();

    /** {@code columns} in the key's order, separated by a comma and a blank; empty for a table without any key. */
    record TableKey(String table, String columns) {

        boolean leadsWithTenant() {
            return columns.equals("tenant_id") || columns.startsWith("tenant_id, ");
        }

        @Override
        public String toString() {
            return table + "(" + columns + ")";
        }
    }
}
