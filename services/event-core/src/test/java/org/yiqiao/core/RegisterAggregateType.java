package org.yiqiao.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.privacy.DataSubject;
import org.yiqiao.core.privacy.PersonalData;

/** An aggregate type with lists of personal data: notes about its owner, and visits of other persons. */
public record RegisterAggregateType()
        implements AggregateType<RegisterAggregateType.Register, GridPostEvent, RegisterAggregateType.NoFacts> {

    public record Register(@Nullable String owner, List<Note> notes, List<Visit> visits) {}

    public record Note(int number, @PersonalData @Nullable String text) {}

    public record Visit(
            @DataSubject String visitor,
            @PersonalData @Nullable String text) {}

    public record NoFacts() {}

    @Override
    public Class<Register> stateClass() {
        return Register.class;
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public @Nullable String dataSubject(Register state) {
        return state.owner();
    }

    @Override
    public Register evolve(@Nullable Register before, TimestampedEvent<? extends GridPostEvent> event) {
        return before == null ? new Register(null, List.of(), List.of()) : before;
    }

    @Override
    public Jurisdiction jurisdiction(Register state) {
        return Jurisdiction.UNKNOWN;
    }

    @Override
    public Ownership ownership(String id, Register state, NoFacts facts) {
        return Ownership.NONE;
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
