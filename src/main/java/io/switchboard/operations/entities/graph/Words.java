package io.switchboard.operations.entities.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Few words, each under a small number: the types of entities or of edges. */
final class Words {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
        return numbers.computeIfAbsent(word, this::added);
    }

    List<String> list() {
        return List.copyOf(words);
    }

    private int added(String word) {
        if (words.size() > Adjacency.MAX_TYPE) {
            throw new GraphTooLarge("more than " + words.size() + " types");
        }
        words.add(word);
        return words.size() - 1;
    }
}
