package org.yiqiao.grid.matters;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.support.territory.TerritoryMap;

/** Matters as aggregates. */
public record Matters(Supplier<TerritoryMap> territory) implements Aggregate<Matter, MatterEvent, TerritoryMap> {

    @Override
    public Class<Matter> state() {
        return Matter.class;
    }

    @Override
    public Class<MatterEvent> events() {
        return MatterEvent.class;
    }

    @Override
    public Matter evolve(@Nullable Matter matter, Occurrence<? extends MatterEvent> occurrence) {
        return switch (occurrence.event()) {
            case MatterReported(var service, var description, var point, var path, var reporter) ->
                new Matter(service, description, point, path, reporter, occurrence.at());
        };
    }

    @Override
    public Scope scope(Matter matter) {
        return Scope.of(matter.path());
    }

    @Override
    public Belonging belonging(String id, Matter matter, TerritoryMap facts) {
        return Belonging.in(matter.path()).andPerson(matter.reporter());
    }

    @Override
    public Matter shown(Matter matter, String caller, Set<Post> posts) {
        return matter.shownTo(caller, posts);
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
