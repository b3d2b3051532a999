package org.yiqiao.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests that readers may ask for; the latest ones, which still change. */
final class RecentRequests {

    private static final int LATEST = 200;

    private final List<String> ids = new ArrayList<>();

    synchronized void add(String id) {
        ids.add(id);
        if (ids.size() > LATEST) {
            ids.removeFirst();
        }
    }

    synchronized Optional<String> pickRandom(Random random) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }
}
