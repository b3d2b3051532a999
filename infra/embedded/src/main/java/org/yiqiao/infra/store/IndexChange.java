package org.yiqiao.infra.store;

import java.util.Set;
import org.h2.mvstore.MVMap;

/** The change of one index that results from a change of a document. */
record IndexChange(MVMap<KeyBytes, Integer> entries, Set<IndexEntry> before, Set<IndexEntry> after) {

    void apply() {
        for (IndexEntry entry : before) {
            if (!after.contains(entry)) {
                entries.remove(entry.key());
            }
        }
        for (IndexEntry entry : after) {
            if (!before.contains(entry)) {
                entries.put(entry.key(), entry.valueLength());
            }
        }
    }
}
