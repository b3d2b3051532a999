package org.yiqiao.bench.load;

import java.util.Collection;
import java.util.Set;

/** The rows that a subject makes of its events, where whoever reads them would look. */
public interface RowLookup {

    /** Those of the ids that have a row. */
    Set<String> findExisting(Collection<String> ids);
}
