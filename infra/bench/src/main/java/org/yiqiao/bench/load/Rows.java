package org.yiqiao.bench.load;

import java.util.Collection;
import java.util.Set;

/** The rows that a subject makes of its events, where whoever reads them would look. */
public interface Rows {

    /** Those of the ids that have a row. */
    Set<String> present(Collection<String> ids);
}
