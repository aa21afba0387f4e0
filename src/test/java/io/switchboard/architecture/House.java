package io.switchboard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** A code base in tiers: the portal itself, or the planted one that breaks every rule on purpose. */
record House(String root, JavaClasses types) {

    /** From the ground up; a tier may use the ones before it. */
    static final List<String> TIERS = List.of("kernel", "platform", "control", "operations", "insight", "shell");

    static final String PLANTED = "io.switchboard.architecture.planted.house";

    private static final House PORTAL = new House(
            "io.switchboard",
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.switchboard"));

    static House portal() {
        return PORTAL;
    }

    static House planted() {
        return new House(PLANTED, new ClassFileImporter().importPackages(PLANTED));
    }

    /** The tier's place counted from the ground, or -1 for what lies in no tier. */
    int floor(JavaClass type) {
        return TIERS.indexOf(tier(type.getPackageName()));
    }

    /** The package of the module a type must lie in: {@code <root>.<tier>.<module>}, or the kernel's own. */
    String modulePackage(JavaClass type) {
        var path = path(type.getPackageName());
        int depth = path.getFirst().equals("kernel") ? 1 : Math.min(2, path.size());
        return root + "." + String.join(".", path.subList(0, depth));
    }

    private String tier(String name) {
        return name.startsWith(root + ".") ? path(name).getFirst() : "";
    }

    private List<String> path(String name) {
        return List.of(name.substring(root.length() + 1).split("\\.", -1));
    }
}
