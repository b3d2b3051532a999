package org.yiqiao.core.access;

import java.util.Collections;
import java.util.Set;

/** How far somebody reaches with one operation. */
public sealed interface AccessScope {

    AccessScope FULL = new FullAccess();

    AccessScope NONE = new LimitedAccess(Set.of());

    boolean covers(Ownership belonging);

    /** To all there is; the program itself reaches so far. */
    record FullAccess() implements AccessScope {

        @Override
        public boolean covers(Ownership belonging) {
            return true;
        }
    }

    /** To what belongs to one of these words; to nothing if there are none. */
    record LimitedAccess(Set<String> owners) implements AccessScope {

        public LimitedAccess {
            owners = Set.copyOf(owners);
        }

        @Override
        public boolean covers(Ownership belonging) {
            return !Collections.disjoint(owners, belonging.owners());
        }
    }
}
