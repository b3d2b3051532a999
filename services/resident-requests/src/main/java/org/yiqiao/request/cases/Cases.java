package org.yiqiao.request.cases;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;

/** Cases as aggregates, by the id of their request. */
public record Cases(Supplier<Neighbourhood> neighbourhood) implements Aggregate<Case, CaseEvent, Neighbourhood> {

    @Override
    public Class<Case> state() {
        return Case.class;
    }

    @Override
    public Class<CaseEvent> events() {
        return CaseEvent.class;
    }

    @Override
    public Case evolve(@Nullable Case before, Occurrence<? extends CaseEvent> occurrence) {
        return Case.evolve(before, occurrence);
    }

    @Override
    public Scope scope(Case state) {
        List<String> path = state.whereabouts().path();
        return path.isEmpty() ? new Scope(state.whereabouts().township(), null) : Scope.of(path);
    }

    @Override
    public Belonging belonging(String id, Case state, Neighbourhood facts) {
        return state.belonging();
    }

    @Override
    public @Nullable String person(Case state) {
        return state.need().requester();
    }

    @Override
    public Case shown(Case state, String caller, Set<Post> posts) {
        return state.shownTo(caller);
    }

    @Override
    public Neighbourhood facts() {
        return neighbourhood.get();
    }
}
