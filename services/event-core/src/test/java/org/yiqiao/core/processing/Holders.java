package org.yiqiao.core.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.envelope.EventEnvelope;

/** Projects the holder of a post and the number of its holders so far. */
final class Holders implements Projection<GridPostEvent, Holders.HolderRow> {

    final List<String> updatedPersons = new CopyOnWriteArrayList<>();
    volatile String title = "";
    volatile @Nullable String poison;
    volatile Pause pause = () -> {};

    /** The point at which an event waits for the test. */
    interface Pause {
        void await() throws InterruptedException;
    }

    public record HolderRow(String person, int number) {}

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public Class<HolderRow> rowClass() {
        return HolderRow.class;
    }

    @Override
    public @Nullable HolderRow apply(@Nullable HolderRow holder, EventEnvelope<? extends GridPostEvent> event) {
        try {
            pause.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> {
                if (person.equals(poison)) {
                    throw new IllegalStateException("poisoned");
                }
                yield new HolderRow(title + person, holder == null ? 1 : holder.number() + 1);
            }
            case GridChiefRelieved relieved -> null;
        };
    }

    @Override
    public void updateDerivedData(List<ProjectionRow<HolderRow>> touched) {
        List<String> persons = new ArrayList<>();
        touched.forEach(row -> {
            if (row.content() instanceof HolderRow(var person, var number)) {
                persons.add(person);
            }
        });
        updatedPersons.addAll(persons);
    }
}
