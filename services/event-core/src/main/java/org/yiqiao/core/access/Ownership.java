package org.yiqiao.core.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owners of an aggregate: places by their codes; organizations, departments and persons by one owner string each.
 * Access to one of the owners is access to the aggregate.
 */
public record Ownership(List<String> owners) {

    /** Ownership without owners; only callers with full access have access. */
    public static final Ownership NONE = new Ownership(List.of());

    private static final String PERSON = "person:";

    public Ownership {
        owners = List.copyOf(owners);
    }

    /** Returns the ownership of something in a place, given by the codes from the township down. */
    public static Ownership ofPath(List<String> path) {
        return new Ownership(path);
    }

    /**
     * Returns the owner string of a person.
     *
     * @param id pseudonymous id
     */
    public static String personOwner(String id) {
        return PERSON + id;
    }

    /** Returns whether an owner string denotes a person. */
    public static boolean isPersonOwner(String owner) {
        return owner.startsWith(PERSON);
    }

    /** Returns the owner string of an organization. */
    public static String organizationOwner(String id) {
        return "organization:" + id;
    }

    public Ownership withPerson(@Nullable String id) {
        return id == null ? this : withOwner(personOwner(id));
    }

    public Ownership withOrganization(@Nullable String id) {
        return id == null ? this : withOwner(organizationOwner(id));
    }

    private Ownership withOwner(String owner) {
        List<String> more = new ArrayList<>(owners);
        more.add(owner);
        return new Ownership(more);
    }
}
