package org.yiqiao.grid.matters;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.TerritoryMap;

/** The aggregate type of matters. */
public record MatterAggregateType(Supplier<TerritoryMap> territory)
        implements AggregateType<Matter, MatterEvent, TerritoryMap> {

    @Override
    public Class<Matter> stateClass() {
        return Matter.class;
    }

    @Override
    public Class<MatterEvent> eventClass() {
        return MatterEvent.class;
    }

    @Override
    public Matter evolve(@Nullable Matter matter, TimestampedEvent<? extends MatterEvent> timestamped) {
        return switch (timestamped.event()) {
            case MatterReported(var service, var description, var point, var path, var reporter) ->
                new Matter(service, description, point, path, reporter, timestamped.time());
        };
    }

    @Override
    public Jurisdiction jurisdiction(Matter matter) {
        return Jurisdiction.of(matter.path());
    }

    @Override
    public Ownership ownership(String id, Matter matter, TerritoryMap facts) {
        return Ownership.ofPath(matter.path()).withPerson(matter.reporter());
    }

    @Override
    public Matter mask(Matter matter, String caller, Set<Post> posts) {
        return matter.visibleTo(caller, posts);
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
