package io.switchboard.operations.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The cells that no column takes, as one JSON object by header; an empty cell is left out, and a header that comes again is numbered. */
final class OtherCells {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String column;
    private final Map<Integer, String> names = new LinkedHashMap<>();

    OtherCells(String column, List<String> header, Set<Integer> taken) {
        this.column = column;
        var times = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i)) {
                var name = header.get(i).isBlank()
                        ? "column " + (i + 1)
                        : header.get(i).strip();
                int time = times.merge(name, 1, Integer::sum);
                names.put(i, time == 1 ? name : name + " " + time);
            }
        }
    }

    /** Which column takes the object. */
    String column() {
        return column;
    }

    String json(List<String> cells) {
        var object = new LinkedHashMap<String, String>();
        names.forEach((position, name) -> {
            var text = cells.get(position).strip();
            if (!text.isEmpty()) {
                object.put(name, text);
            }
        });
        return JSON.writeValueAsString(object);
    }
}
