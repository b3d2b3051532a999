package org.yiqiao.request.intake.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;

/**
 * A valid request of a file.
 *
 * @param location null if the row has no position, or the position 0,0 that programs write for an unknown one
 * @param placeCode code of a grid or community, null if the row has none
 * @param mediaUrl address of a picture on the web, null if the row has none
 * @param closedAt time of closing; null if the request is open
 * @param updatedAt time of the last change in the source, null if the row has none
 */
record RequestRow(
        long line,
        String externalId,
        String service,
        @Nullable String serviceCode,
        String description,
        @Nullable String address,
        @Nullable Point location,
        @Nullable String placeCode,
        @Nullable String mediaUrl,
        Instant requestedAt,
        @Nullable Instant closedAt,
        @Nullable Instant updatedAt) {

    boolean isClosed() {
        return closedAt != null;
    }
}
