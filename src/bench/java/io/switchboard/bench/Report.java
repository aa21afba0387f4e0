package io.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the figures: a line each as they come, and {@code target/bench.json} with all of them. */
public final class Report {

    private final List<Figure> figures = new ArrayList<>();

    public void add(String name, double value, String unit, double ratio, String peer, double goal) {
        var figure = new Figure(name, value, unit, ratio, peer, goal);
        figures.add(figure);
        System.out.println(figure.line());
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, figures.stream().map(Figure::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
