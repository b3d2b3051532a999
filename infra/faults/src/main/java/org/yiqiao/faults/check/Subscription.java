package org.yiqiao.faults.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.yiqiao.center.GovernanceCenter;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Subscriber;
import org.yiqiao.grid.GridManagement;
import org.yiqiao.organization.SocialOrganizations;
import org.yiqiao.request.ResidentRequests;
import org.yiqiao.support.stream.FeedBindings;

/**
 * Who listens to what.
 *
 * @param name of its rows, unique within its service
 * @param kind of aggregate whose events it takes
 * @param projects whether its rows have content
 */
public record Subscription(Service service, String name, String topic, String kind, boolean projects) {

    /** Every subscriber of the four services. */
    public static List<Subscription> all() {
        return Stream.of(
                        in(Service.GRID_MANAGEMENT, GridManagement.class),
                        in(Service.RESIDENT_REQUESTS, ResidentRequests.class),
                        in(Service.SOCIAL_ORGANIZATIONS, SocialOrganizations.class),
                        in(Service.GOVERNANCE_CENTER, GovernanceCenter.class))
                .flatMap(found -> found)
                .toList();
    }

    /** Its consumer group. */
    public String group() {
        return service.id() + "." + name;
    }

    private static Stream<Subscription> in(Service service, Class<?> main) {
        return FeedBindings.in(main.getPackageName()).stream()
                .map(binding -> new Subscription(
                        service,
                        binding.subscriber().getSimpleName(),
                        binding.publisher().topic(),
                        EventType.aggregateOf(events(binding.subscriber())),
                        Projection.class.isAssignableFrom(binding.subscriber())));
    }

    private static Class<? extends DomainEvent> events(Class<? extends Subscriber<?>> subscriber) {
        return Objects.requireNonNull(ResolvableType.forClass(subscriber)
                        .as(Subscriber.class)
                        .getGeneric(0)
                        .resolve())
                .asSubclass(DomainEvent.class);
    }
}
