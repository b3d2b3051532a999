package org.yiqiao.core.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something belongs to: places by their codes, and organizations, departments and persons by a word each. Whoever
 * reaches one of them reaches it.
 */
public record Belonging(List<String> words) {

    /** It belongs to nobody; only who reaches everywhere reaches it. */
    public static final Belonging TO_NOBODY = new Belonging(List.of());

    private static final String PERSON = "person:";

    public Belonging {
        words = List.copyOf(words);
    }

    /** It lies in a place, given by the codes from the township down. */
    public static Belonging in(List<String> path) {
        return new Belonging(path);
    }

    /** The word of a person, by pseudonymous id. */
    public static String person(String id) {
        return PERSON + id;
    }

    /** Whether a word is that of a person. */
    public static boolean isPerson(String word) {
        return word.startsWith(PERSON);
    }

    /** The word of an organization. */
    public static String organization(String id) {
        return "organization:" + id;
    }

    public Belonging andPerson(@Nullable String id) {
        return id == null ? this : and(person(id));
    }

    public Belonging andOrganization(@Nullable String id) {
        return id == null ? this : and(organization(id));
    }

    private Belonging and(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new Belonging(more);
    }
}
