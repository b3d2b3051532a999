package org.yiqiao.bench.rawclient;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.bson.Document;

/**
 * A request and its event, with as many fields as those of the other subjects. Both are built without a JSON library.
 */
record RequestWithEvent(String id, Document document, String event) {

    /** Time-ordered ids like Yiqiao's, which suit indexes. */
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    static RequestWithEvent create(int n) {
        String id = IDS.generate().toString();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        double lat = 30 + n % 1_000 * 4e-5;
        double lon = 120 + n % 777 * 1.5e-4;
        Document document = new Document("_id", id)
                .append("version", 1L)
                .append("stage", "SUBMITTED")
                .append("service", "Street light")
                .append("kind", "REPORT")
                .append("channel", "WEB")
                .append(
                        "description",
                        "Seen on the way home, request " + n
                                + " of many: it has been so for three days, the neighbours know it too, and somebody should have a look before the weekend.")
                .append("address", "Lane " + n % 400 + ", house " + n % 90)
                .append("lat", lat)
                .append("lon", lon)
                .append("requestedAt", now);
        String event = String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"seq\":1,\"service\":\"Street light\",\"kind\":\"REPORT\",\"channel\":\"WEB\",\"lat\":%.6f,\"lon\":%.6f,\"requestedAt\":%d}",
                id,
                lat,
                lon,
                now.toEpochMilli());
        return new RequestWithEvent(id, document, event);
    }
}
