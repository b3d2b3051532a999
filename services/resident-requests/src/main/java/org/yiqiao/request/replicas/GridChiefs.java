package org.yiqiao.request.replicas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Row;
import org.yiqiao.core.feed.RowStore;

/** Who answers for which grid. */
@Component
public class GridChiefs implements Projection<GridPostEvent, GridChiefs.Chief> {

    private final RowStore<Chief> rows;

    GridChiefs(Feeds feeds) {
        this.rows = feeds.rows(this);
    }

    public record Chief(String person) {}

    /** The chief of a grid, by pseudonymous id. */
    public Optional<String> of(String grid) {
        return Optional.ofNullable(rows.load(List.of(grid)).get(grid))
                .map(Row::content)
                .map(Chief::person);
    }

    @Override
    public Class<GridPostEvent> events() {
        return GridPostEvent.class;
    }

    @Override
    public Class<Chief> row() {
        return Chief.class;
    }

    @Override
    public @Nullable Chief apply(@Nullable Chief chief, Envelope<? extends GridPostEvent> event) {
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Chief(person);
            case GridChiefRelieved(var grid, var person, var reason) -> null;
        };
    }
}
