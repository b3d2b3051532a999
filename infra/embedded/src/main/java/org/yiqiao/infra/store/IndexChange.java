package org.yiqiao.infra.store;

import java.util.Set;
import org.h2.mvstore.MVMap;

/** What the change of a document changes in one index. */
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
