package io.switchboard.insight.reliability;

import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.ResponseTimes;
import io.switchboard.operations.incidents.ResponseTimes.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How quickly incidents of a type (their category) were looked after: MTTA and MTTM with how many came so far. The type {@value #ALL} is all of them together. */
public record TypeTimes(String type, int incidents, Median mtta, Median mttm) {

    /** The type of a row that has all incidents in it, those without a type as well. */
    public static final String ALL = "";

    private static final int MOST = 50;

    /** All first, then types by their number of incidents. */
    static List<TypeTimes> of(List<Incident> incidents) {
        var times = new ArrayList<TypeTimes>();
        times.add(of(ALL, incidents));
        incidents.stream()
                .filter(incident ->
                        incident.category().filter(type -> !type.isBlank()).isPresent())
                .collect(Collectors.groupingBy(
                        incident -> incident.category().orElseThrow().strip()))
                .entrySet()
                .stream()
                .sorted(Comparator.<Map.Entry<String, List<Incident>>>comparingInt(
                                type -> -type.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(type -> times.add(of(type.getKey(), type.getValue())));
        return times;
    }

    private static TypeTimes of(String type, List<Incident> incidents) {
        var times = ResponseTimes.of(incidents);
        return new TypeTimes(type, times.incidents(), times.mtta(), times.mttm());
    }
}
