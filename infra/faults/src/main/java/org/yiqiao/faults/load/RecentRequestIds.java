package org.yiqiao.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The ids of the latest requests, which still change, for readers to pick from. Thread-safe. */
final class RecentRequestIds {

    private static final int CAPACITY = 200;

    private final List<String> ids = new ArrayList<>();

    synchronized void add(String id) {
        ids.add(id);
        if (ids.size() > CAPACITY) {
            ids.removeFirst();
        }
    }

    synchronized Optional<String> pickRandom(Random random) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }
}
