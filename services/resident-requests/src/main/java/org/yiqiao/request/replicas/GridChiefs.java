package org.yiqiao.request.replicas;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final Chief NOBODY = new Chief(null, List.of());

    private final RowStore<Chief> rows;

    GridChiefs(EventProcessorFactory processorFactory) {
        this.rows = processorFactory.rowStore(this);
    }

    /**
     * The chief of a grid.
     *
     * @param person pseudonymous id; null while the post is vacant
     * @param former pseudonymous ids of relieved chiefs; null in a row from before they were kept
     */
    public record Chief(@Nullable String person, @Nullable List<String> former) {

        Chief withPerson(@Nullable String newPerson) {
            return new Chief(newPerson, former);
        }

        Chief withFormer(String relieved) {
            return new Chief(
                    person,
                    Stream.concat(formerOrNone().stream(), Stream.of(relieved))
                            .distinct()
                            .toList());
        }

        private List<String> formerOrNone() {
            return former == null ? List.of() : former;
        }
    }

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

    /** Returns whether a person is or was the chief of a grid. */
    public boolean isKnown(String person) {
        return !rows.find(Filters.or(Filters.eq("row.person", person), Filters.eq("row.former", person)))
                .isEmpty();
    }

    /** Returns whether this replica has processed the event of a grid's post with the given sequence number. */
    public boolean hasProcessed(String grid, long seq) {
        ProjectionRow<Chief> row = rows.load(List.of(grid)).get(grid);
        return row != null && row.lastSeq() >= seq;
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
    public Chief apply(@Nullable Chief chief, EventEnvelope<? extends GridPostEvent> event) {
        Chief before = Objects.requireNonNullElse(chief, NOBODY);
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> before.withPerson(person);
            case GridChiefRelieved(var grid, var person, var reason) ->
                before.withPerson(null).withFormer(person);
        };
    }
}
