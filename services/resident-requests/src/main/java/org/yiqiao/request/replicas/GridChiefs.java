package org.yiqiao.request.replicas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.RowStore;

/** A projection of the chief of each grid. */
@Component
public class GridChiefs implements Projection<GridPostEvent, GridChiefs.Chief> {

    private final RowStore<Chief> rows;

    GridChiefs(EventProcessorFactory processorFactory) {
        this.rows = processorFactory.rowStore(this);
    }

    public record Chief(String person) {}

    /**
     * Returns the pseudonymous id of a grid's chief, or empty if the post is vacant.
     *
     * @param grid code of the grid
     */
    public Optional<String> findChief(String grid) {
        return Optional.ofNullable(rows.load(List.of(grid)).get(grid))
                .map(ProjectionRow::content)
                .map(Chief::person);
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public Class<Chief> rowClass() {
        return Chief.class;
    }

    @Override
    public @Nullable Chief apply(@Nullable Chief chief, EventEnvelope<? extends GridPostEvent> event) {
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Chief(person);
            case GridChiefRelieved(var grid, var person, var reason) -> null;
        };
    }
}
