package org.yiqiao.request.intake.imports;

import java.util.Arrays;
import java.util.Optional;

/** A field of a request in a file, named as in Open311 where Open311 has a name. */
enum RequestField {
    ID("service_request_id", "DS-2026-0001"),
    STATUS("status", "closed"),
    SERVICE("service_name", "Street light"),
    SERVICE_CODE("service_code", "lamp"),
    DESCRIPTION("description", "The lamp is dark."),
    REQUESTED("requested_datetime", "2026-11-02T08:15:00+08:00"),
    UPDATED("updated_datetime", "2026-11-03T17:40:00+08:00"),
    CLOSED("closed_datetime", "2026-11-03T17:40:00+08:00"),
    ADDRESS("address", "东山路12号"),
    LATITUDE("lat", "30.0581"),
    LONGITUDE("long", "120.1993"),
    PLACE_CODE("place_code", "330109106004001"),
    MEDIA_URL("media_url", "https://example.org/lamp.jpg");

    private final String openName;
    private final String example;

    RequestField(String openName, String example) {
        this.openName = openName;
        this.example = example;
    }

    static Optional<RequestField> named(String openName) {
        return Arrays.stream(values())
                .filter(field -> field.openName.equals(openName))
                .findFirst();
    }

    String openName() {
        return openName;
    }

    /** Returns one right value. */
    String example() {
        return example;
    }
}
