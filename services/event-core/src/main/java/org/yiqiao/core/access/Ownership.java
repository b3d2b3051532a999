package org.yiqiao.core.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something belongs to: places by their codes, and organizations, departments and persons by a word each. Whoever
 * reaches one of them reaches it.
 */
public record Ownership(List<String> owners) {

    /** It belongs to nobody; only who reaches everywhere reaches it. */
    public static final Ownership NONE = new Ownership(List.of());

    private static final String PERSON = "person:";

    public Ownership {
        owners = List.copyOf(owners);
    }

    /** It lies in a place, given by the codes from the township down. */
    public static Ownership ofPath(List<String> path) {
        return new Ownership(path);
    }

    /** The word of a person, by pseudonymous id. */
    public static String personOwner(String id) {
        return PERSON + id;
    }

    /** Whether a word is that of a person. */
    public static boolean isPersonOwner(String word) {
        return word.startsWith(PERSON);
    }

    /** The word of an organization. */
    public static String organizationOwner(String id) {
        return "organization:" + id;
    }

    public Ownership withPerson(@Nullable String id) {
        return id == null ? this : withOwner(personOwner(id));
    }

    public Ownership withOrganization(@Nullable String id) {
        return id == null ? this : withOwner(organizationOwner(id));
    }

    private Ownership withOwner(String word) {
        List<String> more = new ArrayList<>(owners);
        more.add(word);
        return new Ownership(more);
    }
}
