package org.yiqiao.faults.load;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Person;
import org.yiqiao.faults.town.Town;

/** Reads requests again and again, from their service and from the center's rows, and notes when one goes back. */
final class Readers implements Runnable {

    private static final Duration BETWEEN = Duration.ofMillis(40);
    private static final Person LEADER = new Person("leader-1", List.of("town-leader@" + Ground.TOWN));

    private final Town town;
    private final Http http;
    private final Seen seen;
    private final History history;
    private final BooleanSupplier going;
    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();

    Readers(Town town, Http http, Seen seen, History history, BooleanSupplier going, long seed) {
        this.town = town;
        this.http = http;
        this.seen = seen;
        this.history = history;
        this.going = going;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (going.getAsBoolean()) {
            seen.any(random).ifPresent(this::look);
            Await.pass(BETWEEN);
        }
    }

    private void look(String id) {
        try {
            Http.Answer answer = http.get(Service.RESIDENT_REQUESTS, "/api/requests/" + id, LEADER);
            if (answer.isSuccess()) {
                note("request " + id, answer.version());
            } else if (!answer.isPassing()) {
                note("request " + id, 0);
            }
            Document row = town.database(Service.GOVERNANCE_CENTER)
                    .getCollection("RequestRows")
                    .find(Filters.eq(id))
                    .first();
            note("row " + id, row == null ? 0 : row.getLong("lastSeq"));
        } catch (IOException | MongoException nobodyAnswered) {
            // Then there was nothing to see.
        }
    }

    private void note(String key, long version) {
        long before = versions.getOrDefault(key, 0L);
        if (version < before) {
            history.sawGoBack(key + " was at " + before + ", then at " + version);
        }
        versions.merge(key, version, Math::max);
    }
}
