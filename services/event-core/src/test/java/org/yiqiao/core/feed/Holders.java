package org.yiqiao.core.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.envelope.Envelope;

/** Who holds a post, and how many have. */
final class Holders implements Projection<GridPostEvent, Holders.Holder> {

    final List<String> settled = new CopyOnWriteArrayList<>();
    volatile String title = "";
    volatile @Nullable String poison;
    volatile Pause pause = () -> {};

    /** Where an event waits for the test. */
    interface Pause {
        void pass() throws InterruptedException;
    }

    public record Holder(String person, int number) {}

    @Override
    public Class<GridPostEvent> events() {
        return GridPostEvent.class;
    }

    @Override
    public Class<Holder> row() {
        return Holder.class;
    }

    @Override
    public @Nullable Holder apply(@Nullable Holder holder, Envelope<? extends GridPostEvent> event) {
        try {
            pause.pass();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> {
                if (person.equals(poison)) {
                    throw new IllegalStateException("poisoned");
                }
                yield new Holder(title + person, holder == null ? 1 : holder.number() + 1);
            }
            case GridChiefRelieved relieved -> null;
        };
    }

    @Override
    public void settle(List<Row<Holder>> touched) {
        List<String> persons = new ArrayList<>();
        touched.forEach(row -> {
            if (row.content() instanceof Holder(var person, var number)) {
                persons.add(person);
            }
        });
        settled.addAll(persons);
    }
}
