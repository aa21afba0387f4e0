package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "personId:ID(Person)|id|personId:ID(Person)",
                ":ID|id|:ID",
                ":START_ID(Person)|from|:START_ID(Person)",
                ":END_ID|to|:END_ID",
                ":TYPE|type|:TYPE",
                ":LABEL|type|:LABEL",
                "name:string|name|name",
                "scores:int[]|scores|scores",
                "at:datetime{timezone:UTC}|at|at",
                "x:IGNORE|''|''",
                "ratio 1:2|ratio 1:2|ratio 1:2",
                "note:other|note:other|note:other",
                "plain|plain|plain"
            })
    void readsWhatStandsBehindAColon(String header, String alias, String property) {
        assertThat(new ColumnName(header).alias()).isEqualTo(alias);
        assertThat(new ColumnName(header).property().orElse("")).isEqualTo(property);
    }
}
