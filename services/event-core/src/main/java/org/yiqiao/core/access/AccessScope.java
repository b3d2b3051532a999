package org.yiqiao.core.access;

import java.util.Collections;
import java.util.Set;

/** The aggregates that one operation can access. */
public sealed interface AccessScope {

    AccessScope FULL = new FullAccess();

    AccessScope NONE = new LimitedAccess(Set.of());

    boolean covers(Ownership ownership);

    /** Access to everything; the program itself has this scope. */
    record FullAccess() implements AccessScope {

        @Override
        public boolean covers(Ownership ownership) {
            return true;
        }
    }

    /** Access to aggregates with at least one of these owners; no access if there are none. */
    record LimitedAccess(Set<String> owners) implements AccessScope {

        public LimitedAccess {
            owners = Set.copyOf(owners);
        }

        @Override
        public boolean covers(Ownership ownership) {
            return !Collections.disjoint(owners, ownership.owners());
        }
    }
}
