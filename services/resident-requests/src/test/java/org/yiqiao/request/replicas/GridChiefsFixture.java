package org.yiqiao.request.replicas;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.processing.DeadLetterPublisher;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.RowStore;

/** A replica of grid chiefs with rows that a test writes. */
public final class GridChiefsFixture {

    private final GridChiefs chiefs;
    private final RowStore<GridChiefs.Chief> rows;

    public GridChiefsFixture(MongoDatabase database) {
        EventProcessorFactory factory = new EventProcessorFactory(
                database, new DeadLetterPublisher(new MockProducer<>()), new SimpleMeterRegistry());
        chiefs = new GridChiefs(factory);
        rows = factory.rowStore(chiefs);
    }

    public GridChiefs chiefs() {
        return chiefs;
    }

    /** Writes the row of a grid as it is after the event with this number; a null person stands for a vacant post. */
    public void setChief(String grid, long seq, @Nullable String person) {
        ProjectionRow<GridChiefs.Chief> row = new ProjectionRow<>(grid, seq, new GridChiefs.Chief(person, List.of()));
        rows.save(List.of(rows.createUpdate(seq - 1, row)));
    }
}
