package org.yiqiao.center.statistics;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * All requests of one UTC day in columns, so that exact figures of any place and period need only a few documents.
 * Row {@code i} of the day is {@code requested[i], closed[i], service[i], place[i]}.
 *
 * @param services service names; {@code service} contains indexes into this list
 * @param places places of the requests; {@code place} contains indexes into this list
 * @param requested milliseconds since 1970
 * @param closed milliseconds since 1970, or {@link #NOT_CLOSED}
 */
public record DailyRequestTable(
        List<String> services,
        List<RequestPlace> places,
        LongBuffer requested,
        LongBuffer closed,
        IntBuffer service,
        IntBuffer place) {

    static final long NOT_CLOSED = Long.MIN_VALUE;

    /** The place of requests: their township, empty if unknown, and their path, empty before routing. */
    public record RequestPlace(String township, List<String> path) {}

    int size() {
        return requested.limit();
    }

    /** Builds a table from requests that are added one at a time. */
    static final class Builder {

        private final Map<String, Integer> services = new LinkedHashMap<>();
        private final Map<RequestPlace, Integer> places = new LinkedHashMap<>();
        private final LongStream.Builder requested = LongStream.builder();
        private final LongStream.Builder closed = LongStream.builder();
        private final IntStream.Builder service = IntStream.builder();
        private final IntStream.Builder place = IntStream.builder();

        void add(MeasuredRequest request) {
            RequestPlace requestPlace =
                    new RequestPlace(Objects.requireNonNullElse(request.township(), ""), request.path());
            requested.add(request.requestedAt().toEpochMilli());
            closed.add(
                    request.closedAt() == null ? NOT_CLOSED : request.closedAt().toEpochMilli());
            service.add(services.computeIfAbsent(request.service(), any -> services.size()));
            place.add(places.computeIfAbsent(requestPlace, any -> places.size()));
        }

        /** Returns the table of all added requests. Call this once, after the last {@link #add}. */
        DailyRequestTable build() {
            return new DailyRequestTable(
                    List.copyOf(services.keySet()),
                    List.copyOf(places.keySet()),
                    LongBuffer.wrap(requested.build().toArray()),
                    LongBuffer.wrap(closed.build().toArray()),
                    IntBuffer.wrap(service.build().toArray()),
                    IntBuffer.wrap(place.build().toArray()));
        }
    }
}
