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
 * An event record and its type name in messages, such as {@code org.yiqiao.request.RequestSubmitted.v1}. The types are
 * derived from the sealed interfaces below {@link DomainEvent}; there is no list to maintain.
 */
public record EventType(String name, PlatformService service, Class<? extends DomainEvent> record) {

    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final List<EventType> ALL = recordsOf(DomainEvent.class)
            .map(EventType::create)
            .sorted(Comparator.comparing(EventType::name))
            .toList();
    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    /** Returns all published event types, sorted by name. */
    public static List<EventType> all() {
        return ALL;
    }

    /** Returns the type with this name, or empty if this version of the program does not know the type. */
    public static Optional<EventType> findByName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(DomainEvent event) {
        return Objects.requireNonNull(BY_RECORD.get(event.getClass()));
    }

    /**
     * Returns the service that publishes the given events.
     *
     * @param events an event record, or a sealed interface above event records
     * @throws IllegalArgumentException if no type above it has {@link PublishedBy}
     */
    public static PlatformService publisherOf(Class<?> events) {
        return publishersOf(events)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No @PublishedBy above " + events));
    }

    /** Returns the name of the aggregate in {@code ce_source}: {@code grid-post} for {@code GridPostEvent}. */
    public static String aggregateNameOf(Class<? extends DomainEvent> events) {
        String name = events.getSimpleName();
        return WORD_BOUNDARY
                .matcher(name.substring(0, name.length() - "Event".length()))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    private static EventType create(Class<? extends DomainEvent> record) {
        PlatformService service = publisherOf(record);
        return new EventType(
                "org.yiqiao." + service.shortName() + "." + record.getSimpleName() + ".v1", service, record);
    }

    private static Stream<PlatformService> publishersOf(Class<?> type) {
        PublishedBy annotation = type.getAnnotation(PublishedBy.class);
        return annotation != null
                ? Stream.of(annotation.value())
                : Stream.of(type.getInterfaces()).flatMap(EventType::publishersOf);
    }

    private static Stream<Class<? extends DomainEvent>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.asSubclass(DomainEvent.class))
                : Stream.of(type.getPermittedSubclasses()).flatMap(EventType::recordsOf);
    }
}
