package io.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * A graph of 20,000 nodes and 100,000 edges, some of them hubs, as one JGF file with its edges first, and as the two tables that a bare load reads. {@code round} makes all properties differ from those of the round
 * before.
 */
record GraphFile(Path jgf, Path nodes, Path edges) {

    static final int NODES = 20_000;
    static final int EDGES = 100_000;

    private record Edge(int from, int to) {}

    static GraphFile round(Path folder, int round) throws IOException {
        Files.createDirectories(folder);
        var file = new GraphFile(
                folder.resolve("graph-" + round + ".json"),
                folder.resolve("nodes-" + round + ".csv"),
                folder.resolve("edges-" + round + ".csv"));
        file.write(round, someEdges());
        return file;
    }

    private static List<Edge> someEdges() {
        var random = new Random(42);
        var edges = new LinkedHashSet<Edge>();
        while (edges.size() < EDGES) {
            double share = random.nextDouble();
            int from = (int) (NODES * share * share);
            int to = random.nextInt(NODES);
            if (from != to) {
                edges.add(new Edge(from, to));
            }
        }
        return List.copyOf(edges);
    }

    private void write(int round, List<Edge> all) throws IOException {
        try (var json = Files.newBufferedWriter(jgf);
                var edgeTable = Files.newBufferedWriter(edges);
                var nodeTable = Files.newBufferedWriter(nodes)) {
            edgeTable.write("from,to,type,round\n");
            nodeTable.write("id,type,title,round\n");
            json.write("{\"graph\":{\"edges\":[");
            for (int i = 0; i < all.size(); i++) {
                var edge = all.get(i);
                json.write((i == 0 ? "" : ",\n")
                        + "{\"source\":\"n%06d\",\"target\":\"n%06d\",\"relation\":\"calls\",\"metadata\":{\"round\":%d}}"
                                .formatted(edge.from(), edge.to(), round));
                edgeTable.write("n%06d,n%06d,calls,%d\n".formatted(edge.from(), edge.to(), round));
            }
            json.write("],\"nodes\":{");
            for (int i = 0; i < NODES; i++) {
                json.write((i == 0 ? "" : ",\n")
                        + "\"n%06d\":{\"label\":\"Node %d\",\"metadata\":{\"type\":\"type%d\",\"round\":%d}}"
                                .formatted(i, i, i % 5, round));
                nodeTable.write("n%06d,type%d,Node %d,%d\n".formatted(i, i % 5, i, round));
            }
            json.write("}}}");
        }
    }
}
