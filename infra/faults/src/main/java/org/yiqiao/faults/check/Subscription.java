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
 * Who listens to what.
 *
 * @param name of its rows, unique within its service
 * @param aggregateType of aggregate whose events it takes
 * @param projection whether its rows have content
 */
public record Subscription(
        PlatformService service, String name, String topic, String aggregateType, boolean projection) {

    /** Every subscriber of the four services. */
    public static List<Subscription> all() {
        return Stream.of(
                        ofService(PlatformService.GRID_MANAGEMENT, GridManagementApplication.class),
                        ofService(PlatformService.RESIDENT_REQUESTS, ResidentRequestsApplication.class),
                        ofService(PlatformService.SOCIAL_ORGANIZATIONS, SocialOrganizationsApplication.class),
                        ofService(PlatformService.GOVERNANCE_CENTER, GovernanceCenterApplication.class))
                .flatMap(found -> found)
                .toList();
    }

    /** Its consumer group. */
    public String group() {
        return service.id() + "." + name;
    }

    private static Stream<Subscription> ofService(PlatformService service, Class<?> main) {
        return EventHandlerBindings.scan(main.getPackageName()).stream()
                .map(binding -> new Subscription(
                        service,
                        binding.handlerClass().getSimpleName(),
                        binding.publisher().topic(),
                        EventType.aggregateNameOf(eventFamily(binding.handlerClass())),
                        Projection.class.isAssignableFrom(binding.handlerClass())));
    }

    private static Class<? extends DomainEvent> eventFamily(Class<? extends EventHandler<?>> subscriber) {
        return Objects.requireNonNull(ResolvableType.forClass(subscriber)
                        .as(EventHandler.class)
                        .getGeneric(0)
                        .resolve())
                .asSubclass(DomainEvent.class);
    }
}
