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
 * All requests of one UTC day in columns, so that any period of any place is measured exactly from a few documents.
 * Row {@code i} of the day is {@code requested[i], closed[i], service[i], place[i]}.
 *
 * @param services names that {@code service} points into
 * @param places that {@code place} points into
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

    /** Where requests count: their township, and their path unless they are unrouted. */
    public record RequestPlace(String township, List<String> path) {}

    int size() {
        return requested.limit();
    }

    /** A sheet that its requests are written on one after the other. */
    static final class Builder {

        private final Map<String, Integer> services = new LinkedHashMap<>();
        private final Map<RequestPlace, Integer> places = new LinkedHashMap<>();
        private final LongStream.Builder requested = LongStream.builder();
        private final LongStream.Builder closed = LongStream.builder();
        private final IntStream.Builder service = IntStream.builder();
        private final IntStream.Builder place = IntStream.builder();

        void add(MeasuredRequest request) {
            RequestPlace where = new RequestPlace(Objects.requireNonNullElse(request.township(), ""), request.path());
            requested.add(request.requestedAt().toEpochMilli());
            closed.add(
                    request.closedAt() == null ? NOT_CLOSED : request.closedAt().toEpochMilli());
            service.add(services.computeIfAbsent(request.service(), any -> services.size()));
            place.add(places.computeIfAbsent(where, any -> places.size()));
        }

        /** To be asked for once, when all requests are there. */
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
