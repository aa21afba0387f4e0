package io.switchboard.operations.runbooks.dialect;

import io.switchboard.operations.imports.documents.DocumentProblem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one runbook, at most fifty things; pointers are below its document. */
public final class Problems {

    private static final int MOST = 50;

    private final List<DocumentProblem> all = new ArrayList<>();

    public void add(String pointer, String code, String message, String fix) {
        if (all.size() < MOST) {
            all.add(new DocumentProblem(pointer, code, message, fix));
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<DocumentProblem> all() {
        return List.copyOf(all);
    }
}
