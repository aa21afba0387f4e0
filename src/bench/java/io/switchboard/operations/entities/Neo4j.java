package io.switchboard.operations.entities;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Neo4j's community edition in this process, asked by Cypher. Its two hundred jars would quarrel with ours, so they come by a class loader of their own and are called by reflection; their
 * class path is Maven's, of {@code src/bench/neo4j/pom.xml}.
 */
final class Neo4j implements AutoCloseable {

    private static final String BATCH =
            "UNWIND $rows AS row MATCH (a:N {id: row[0]}), (b:N {id: row[1]}) CREATE (a)-[:E]->(b)";
    private static final int ROWS = 10_000;

    private final Object service;
    private final Object database;

    Neo4j(Path home) throws Exception {
        var loader = new URLClassLoader(jars(home), ClassLoader.getPlatformClassLoader());
        var ours = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader); // its services are found by it
        var settings = home.resolve("neo4j.conf");
        Files.writeString(settings, "server.memory.pagecache.size=128m\ndbms.usage_report.enabled=false\n");
        var builder = loader.loadClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
                .getConstructor(Path.class)
                .newInstance(home.resolve("neo4j-data-" + System.nanoTime()).toAbsolutePath());
        call(builder, "loadPropertiesFromFile", settings);
        service = call(builder, "build");
        database = call(service, "database", "neo4j");
        Thread.currentThread().setContextClassLoader(ours);
    }

    private static URL[] jars(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var list = home.resolve("neo4j.classpath").toAbsolutePath();
        var maven = new ProcessBuilder(
                        "./mvnw", "-B", "-ntp", "-q", "-f", "src/bench/neo4j/pom.xml", "-Dmdep.outputFile=" + list)
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("Maven could not resolve Neo4j; see its message above");
        }
        return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator, -1))
                .map(jar -> url(Path.of(jar).toUri()))
                .toArray(URL[]::new);
    }

    private static URL url(URI file) {
        try {
            return file.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void load(ScaleGraph graph) throws Exception {
        run("CREATE RANGE INDEX n_id FOR (n:N) ON (n.id)", Map.of());
        run("UNWIND range(0, $last) AS id CREATE (:N {id: id})", Map.of("last", ScaleGraph.NODES - 1));
        run("CALL db.awaitIndexes(60)", Map.of());
        for (int begin = 0; begin < ScaleGraph.EDGES; begin += ROWS) {
            var rows = new ArrayList<List<Integer>>();
            for (int edge = begin; edge < begin + ROWS; edge++) {
                rows.add(List.of(graph.from[edge], graph.to[edge]));
            }
            run(BATCH, Map.of("rows", rows));
        }
    }

    /** The first value of the first row, if there is one. */
    Object run(String cypher, Map<String, Object> parameters) throws Exception {
        var transaction = call(database, "beginTx");
        try {
            var result = call(transaction, "execute", cypher, parameters);
            Object value = Boolean.TRUE.equals(call(result, "hasNext"))
                    ? ((Map<?, ?>) call(result, "next")).values().iterator().next()
                    : "";
            call(result, "close");
            call(transaction, "commit");
            return value;
        } finally {
            call(transaction, "close");
        }
    }

    /** By the first public method of this name that takes these arguments, looked for in public types. */
    private static Object call(Object on, String name, Object... arguments) throws ReflectiveOperationException {
        for (var type : types(on.getClass())) {
            for (var method : type.getMethods()) {
                if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments)) {
                    try {
                        var value = method.invoke(on, arguments);
                        return value == null ? "" : value;
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException("Neo4j's " + name + " failed", e.getCause());
                    }
                }
            }
        }
        throw new NoSuchMethodException(on.getClass() + "." + name);
    }

    private static List<Class<?>> types(Class<?> type) {
        var types = new ArrayList<Class<?>>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            types.add(each);
            for (var side : each.getInterfaces()) {
                types.addAll(types(side));
            }
        }
        types.removeIf(each -> !java.lang.reflect.Modifier.isPublic(each.getModifiers()));
        return types;
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        call(service, "shutdown");
    }
}
