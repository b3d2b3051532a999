package org.yiqiao.contracts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event record and its name on the wire, such as {@code org.yiqiao.request.RequestSubmitted.v1}. Types are found in
 * the sealed interfaces; there is no list to keep.
 */
public record EventType(String name, PlatformService service, Class<? extends DomainEvent> record) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final List<EventType> ALL = recordsOf(DomainEvent.class)
            .map(EventType::create)
            .sorted(Comparator.comparing(EventType::name))
            .toList();
    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    /** Every published event type, by name. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type of this name, or empty if it is newer than this program. */
    public static Optional<EventType> findByName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(DomainEvent event) {
        return Objects.requireNonNull(BY_RECORD.get(event.getClass()));
    }

    /** The service that publishes the events below {@code events}, a sealed interface or a record. */
    public static PlatformService publisherOf(Class<?> events) {
        return publishersOf(events)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(events + " has no @PublishedBy above it"));
    }

    /** The word for an aggregate in {@code ce_source}: {@code GridPostEvent} are the events of a {@code grid-post}. */
    public static String aggregateNameOf(Class<? extends DomainEvent> events) {
        String name = events.getSimpleName();
        return HUMP.matcher(name.substring(0, name.length() - "Event".length()))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    private static EventType create(Class<? extends DomainEvent> record) {
        PlatformService service = publisherOf(record);
        return new EventType(
                "org.yiqiao." + service.shortName() + "." + record.getSimpleName() + ".v1", service, record);
    }

    private static Stream<PlatformService> publishersOf(Class<?> type) {
        PublishedBy here = type.getAnnotation(PublishedBy.class);
        return here != null
                ? Stream.of(here.value())
                : Stream.of(type.getInterfaces()).flatMap(EventType::publishersOf);
    }

    private static Stream<Class<? extends DomainEvent>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.asSubclass(DomainEvent.class))
                : Stream.of(type.getPermittedSubclasses()).flatMap(EventType::recordsOf);
    }
}
