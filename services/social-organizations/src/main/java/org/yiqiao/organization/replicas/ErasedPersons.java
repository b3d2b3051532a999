package org.yiqiao.organization.replicas;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.RowStore;

/** A projection of the erased persons. */
@Component
public class ErasedPersons implements Projection<PersonEvent, ErasedPersons.Erasure> {

    private final RowStore<Erasure> rows;

    ErasedPersons(EventProcessorFactory processorFactory) {
        this.rows = processorFactory.rowStore(this);
    }

    public record Erasure(Instant at) {}

    /**
     * Returns whether the erasure of a person was ordered, at any time.
     *
     * @param person pseudonymous id
     */
    public boolean isErased(String person) {
        return rows.load(List.of(person)).containsKey(person);
    }

    @Override
    public Class<PersonEvent> eventClass() {
        return PersonEvent.class;
    }

    @Override
    public Class<Erasure> rowClass() {
        return Erasure.class;
    }

    @Override
    public Erasure apply(@Nullable Erasure before, EventEnvelope<? extends PersonEvent> event) {
        return new Erasure(event.time());
    }
}
