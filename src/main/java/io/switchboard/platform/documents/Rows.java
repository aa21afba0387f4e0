package io.switchboard.platform.documents;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** The rows of a report, each a map from the name of a template's field to its value. */
final class Rows implements JRDataSource {

    private final Iterator<Map<String, @Nullable Object>> rows;
    private Map<String, @Nullable Object> row = Map.of();

    Rows(List<Map<String, @Nullable Object>> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        boolean more = rows.hasNext();
        row = more ? rows.next() : Map.of();
        return more;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        if (!row.containsKey(field.getName())) {
            throw new IllegalArgumentException(
                    "the template asks for the field " + field.getName() + "; its rows have " + row.keySet());
        }
        return row.get(field.getName());
    }
}
