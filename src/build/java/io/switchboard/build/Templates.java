package io.switchboard.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRCompiler;
import net.sf.jasperreports.engine.design.JRJdk13Compiler;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/**
 * The report templates of a folder: one subfolder for each module, and {@code shared} with the letterhead all of them
 * wear.
 */
public final class Templates {

    private final Path folder;

    public Templates(Path folder) {
        this.folder = folder;
    }

    /**
     * Compiles each {@code <module>/<name>.jrxml} to {@code <module>/<name>.jasper} below the target.
     *
     * @return the names of the templates, {@code <module>/<name>}, sorted
     * @throws BrokenTemplatesException naming every template that does not compile
     */
    public List<String> compileTo(Path target) throws IOException {
        var letterhead = new Letterhead(folder.resolve("shared/letterhead.jrxml"));
        var faults = new ArrayList<String>();
        var names = names();
        for (String name : names) {
            try {
                compile(letterhead, name, target.resolve(name + ".jasper"));
            } catch (JRException | JRRuntimeException | IOException e) {
                faults.add("  " + folder.resolve(name + ".jrxml") + ": " + reason(e));
            }
        }
        if (!faults.isEmpty()) {
            throw new BrokenTemplatesException(faults);
        }
        return names;
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".jrxml") && !name.startsWith("shared/"))
                    .map(name -> name.substring(0, name.length() - ".jrxml".length()))
                    .sorted()
                    .toList();
        }
    }

    private void compile(Letterhead letterhead, String name, Path jasper) throws IOException, JRException {
        var context = javac();
        byte[] worn = letterhead.wornBy(folder.resolve(name + ".jrxml"));
        var design = new JRXmlLoader(context).loadXML(new ByteArrayInputStream(worn));
        StableIds.giveTo(design);
        Files.createDirectories(jasper.getParent());
        JRSaver.saveObject(JasperCompileManager.getInstance(context).compile(design), jasper.toFile());
    }

    /** A compiled report names its compiler and wants it at run time: so the one inside JasperReports, on the JDK's javac. */
    private static SimpleJasperReportsContext javac() {
        var context = new SimpleJasperReportsContext();
        context.setProperty(JRCompiler.COMPILER_PREFIX + "java", JRJdk13Compiler.class.getName());
        context.setProperty(JRCompiler.COMPILER_CLASSPATH, System.getProperty("java.class.path"));
        return context;
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        String cause = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
        return message.contains(cause) ? message : message + " " + cause;
    }
}
