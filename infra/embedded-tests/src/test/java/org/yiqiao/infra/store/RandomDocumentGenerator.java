package org.yiqiao.infra.store;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Generates documents and updates. Their fields are often equal, missing, null, of mixed types, or arrays. */
final class RandomDocumentGenerator {
    private static final List<String> WORDS = List.of("", "a", "b", "路灯", "噪音", "噪音扰民", "😀", "\uFFFF");

    private final Random random;

    RandomDocumentGenerator(Random random) {
        this.random = random;
    }

    String id() {
        return "m" + random.nextInt(400);
    }

    String status() {
        return "s" + random.nextInt(4);
    }

    Date date() {
        return Date.from(Instant.ofEpochMilli(1_750_000_000_000L + random.nextInt(50) * 60_000L));
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    Object number() {
        int number = random.nextInt(-5, 6);
        return switch (random.nextInt(4)) {
            case 0 -> number;
            case 1 -> (long) number;
            case 2 -> (double) number;
            default -> number + 0.5;
        };
    }

    /** Returns a value of any kind, or null. */
    @Nullable
    Object scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> word();
            case 2 -> date();
            case 3 -> random.nextBoolean();
            default -> number();
        };
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("t" + random.nextInt(6));
        }
        return tags;
    }

    private List<Document> items() {
        List<Document> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(random.nextInt(4) == 0 ? new Document("x", 1) : new Document("code", number()));
        }
        return items;
    }

    Document document(String id) {
        Document matter = new Document("_id", id).append("status", status()).append("day", random.nextInt(10));
        if (random.nextInt(4) > 0) {
            matter.append("score", scalar());
        }
        if (random.nextInt(3) == 0) {
            matter.append("pendingSince", date());
        }
        if (random.nextInt(3) > 0) {
            matter.append("reporter", random.nextInt(5) == 0 ? "nobody" : new Document("name", word()));
        }
        if (random.nextInt(3) > 0) {
            matter.append("tags", random.nextInt(5) == 0 ? "t1" : tags());
        }
        return random.nextBoolean() ? matter.append("items", items()) : matter;
    }

    Bson update() {
        return switch (random.nextInt(8)) {
            case 0 -> Updates.set("status", status());
            case 1 -> Updates.unset("pendingSince");
            case 2 -> Updates.set("pendingSince", date());
            case 3 -> Updates.set("score", scalar());
            case 4 -> Updates.set("tags", tags());
            case 5 -> Updates.set("items", items());
            case 6 -> Updates.unset("reporter");
            default -> Updates.combine(Updates.set("score", number()), Updates.inc("day", 1));
        };
    }
}
