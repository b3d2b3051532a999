package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestDatabase;

class RowBufferTest {

    public record Lamp(String colour) {}

    private final RowStore<Lamp> store = new RowStore<>(TestDatabase.create(), "lamps", Lamp.class, List.of());

    @Test
    void rowsWithinCapacityStayInMemory() {
        RowBuffer<Lamp> rows = new RowBuffer<>(store, RowBuffer.DEFAULT_CAPACITY);
        move(rows, "a", 2, "red");
        move(rows, "a", 3, "green");
        move(rows, "b", 1, "blue");

        assertHas(rows, List.of(lamp("a", 3, "green"), lamp("b", 1, "blue")));
        assertThat(store.findAll()).isEmpty();
    }

    @Test
    void flushedRowsAreUpdatedFromTheStore() {
        RowBuffer<Lamp> rows = new RowBuffer<>(store, 0);
        move(rows, "a", 2, "red");
        move(rows, "b", 1, "blue");
        rows.flushIfFull();
        assertThat(store.findAll()).hasSize(2);

        move(rows, "a", 3, "green");
        move(rows, "a", 4, "yellow");
        move(rows, "c", 1, "white");
        assertHas(rows, List.of(lamp("a", 4, "yellow"), lamp("b", 1, "blue"), lamp("c", 1, "white")));

        rows.flushIfFull();
        assertHas(rows, List.of(lamp("a", 4, "yellow"), lamp("b", 1, "blue"), lamp("c", 1, "white")));
        assertThat(store.findAll()).hasSize(3);
    }

    private void assertHas(RowBuffer<Lamp> rows, List<ProjectionRow<Lamp>> expected) {
        List<String> ids = new ArrayList<>();
        rows.forEachIdPage(ids::addAll);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(load(rows, ids)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.size()).isEqualTo(expected.size());
        assertThat(load(rows, List.of("nobody's"))).isEmpty();
    }

    private void move(RowBuffer<Lamp> rows, String id, long to, String colour) {
        long from = load(rows, List.of(id)).stream()
                .mapToLong(ProjectionRow::lastSeq)
                .sum();
        rows.put(store.createUpdate(from, lamp(id, to, colour)));
    }

    private List<ProjectionRow<Lamp>> load(RowBuffer<Lamp> rows, List<String> ids) {
        return rows.documents(ids).values().stream().map(store::decode).toList();
    }

    private static ProjectionRow<Lamp> lamp(String id, long seq, String colour) {
        return new ProjectionRow<>(id, seq, new Lamp(colour));
    }
}
