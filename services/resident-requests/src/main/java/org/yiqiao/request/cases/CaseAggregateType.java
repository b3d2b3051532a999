package org.yiqiao.request.cases;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;

/** The aggregate type of cases, identified by the id of their request. */
public record CaseAggregateType(Supplier<CaseDecisionFacts> factsSupplier)
        implements AggregateType<Case, CaseEvent, CaseDecisionFacts> {

    @Override
    public Class<Case> stateClass() {
        return Case.class;
    }

    @Override
    public Class<CaseEvent> eventClass() {
        return CaseEvent.class;
    }

    @Override
    public Case evolve(@Nullable Case before, TimestampedEvent<? extends CaseEvent> timestamped) {
        return Case.evolve(before, timestamped);
    }

    @Override
    public Jurisdiction jurisdiction(Case state) {
        List<String> path = state.whereabouts().path();
        return path.isEmpty() ? new Jurisdiction(state.whereabouts().township(), null) : Jurisdiction.of(path);
    }

    @Override
    public Ownership ownership(String id, Case state, CaseDecisionFacts facts) {
        return state.ownership();
    }

    @Override
    public @Nullable String dataSubject(Case state) {
        return state.need().requester();
    }

    @Override
    public Case mask(Case state, String caller, Set<Post> posts) {
        return state.visibleTo(caller);
    }

    @Override
    public CaseDecisionFacts facts() {
        return factsSupplier.get();
    }
}
