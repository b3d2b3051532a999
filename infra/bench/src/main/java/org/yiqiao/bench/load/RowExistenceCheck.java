package org.yiqiao.bench.load;

import java.util.Collection;
import java.util.Set;

/** Looks up the rows that a subject writes from its events, in the place where readers would look. */
public interface RowExistenceCheck {

    /** Returns the ids that have a row. */
    Set<String> findExisting(Collection<String> ids);
}
