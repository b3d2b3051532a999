package org.yiqiao.edge.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a misspelled name most likely means. */
final class NearestName {

    /** One difference in three letters is a slip; more make another word. */
    private static final int LETTERS_PER_DIFFERENCE = 3;

    private NearestName() {}

    /** Returns the known name with the fewest differences, ignoring case; empty if no name is similar. */
    static Optional<String> find(String given, Collection<String> known) {
        int maxDifferences = Math.max(1, given.length() / LETTERS_PER_DIFFERENCE);
        LevenshteinDistance distance = new LevenshteinDistance(maxDifferences);
        String text = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(text, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.differences >= 0)
                .min(Comparator.comparingInt(Candidate::differences).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** @param differences number of changed letters; -1 beyond the limit */
    private record Candidate(String name, int differences) {}
}
