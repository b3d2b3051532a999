package org.yiqiao.faults.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.yiqiao.binding.stream.EventHandlerBindings;
import org.yiqiao.center.GovernanceCenterApplication;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.EventHandler;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.grid.GridManagementApplication;
import org.yiqiao.organization.SocialOrganizationsApplication;
import org.yiqiao.request.ResidentRequestsApplication;

/**
 * The subscription of an event handler to a topic.
 *
 * @param name name of the handler and of its collection of rows, unique within its service
 * @param aggregateType type of the aggregates that publish the handled events
 * @param projection whether the handler is a projection, and its rows have content
 */
public record TopicSubscription(
        PlatformService service, String name, String topic, String aggregateType, boolean projection) {

    /** Returns the subscriptions of all event handlers of the four services. */
    public static List<TopicSubscription> all() {
        return Stream.of(
                        ofService(PlatformService.GRID_MANAGEMENT, GridManagementApplication.class),
                        ofService(PlatformService.RESIDENT_REQUESTS, ResidentRequestsApplication.class),
                        ofService(PlatformService.SOCIAL_ORGANIZATIONS, SocialOrganizationsApplication.class),
                        ofService(PlatformService.GOVERNANCE_CENTER, GovernanceCenterApplication.class))
                .flatMap(found -> found)
                .toList();
    }

    /** Returns the consumer group. */
    public String group() {
        return service.id() + "." + name;
    }

    private static Stream<TopicSubscription> ofService(PlatformService service, Class<?> main) {
        return EventHandlerBindings.scan(main.getPackageName()).stream()
                .map(binding -> new TopicSubscription(
                        service,
                        binding.handlerClass().getSimpleName(),
                        binding.publisher().topic(),
                        EventType.aggregateNameOf(eventFamily(binding.handlerClass())),
                        Projection.class.isAssignableFrom(binding.handlerClass())));
    }

    private static Class<? extends DomainEvent> eventFamily(Class<? extends EventHandler<?>> handler) {
        return Objects.requireNonNull(ResolvableType.forClass(handler)
                        .as(EventHandler.class)
                        .getGeneric(0)
                        .resolve())
                .asSubclass(DomainEvent.class);
    }
}
