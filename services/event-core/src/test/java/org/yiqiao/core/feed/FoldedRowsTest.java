package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestDatabase;

class FoldedRowsTest {

    public record Lamp(String colour) {}

    private final RowStore<Lamp> store = new RowStore<>(TestDatabase.fresh(), "lamps", Lamp.class, List.of());

    @Test
    void whatThereIsRoomForIsNotInTheStore() {
        FoldedRows<Lamp> rows = new FoldedRows<>(store, FoldedRows.ROOM);
        move(rows, "a", 2, "red");
        move(rows, "a", 3, "green");
        move(rows, "b", 1, "blue");

        assertHas(rows, List.of(lamp("a", 3, "green"), lamp("b", 1, "blue")));
        assertThat(store.all()).isEmpty();
    }

    @Test
    void whatThereIsNoRoomForIsInTheStoreAndMovesOnFromThere() {
        FoldedRows<Lamp> rows = new FoldedRows<>(store, 0);
        move(rows, "a", 2, "red");
        move(rows, "b", 1, "blue");
        rows.spill();
        assertThat(store.all()).hasSize(2);

        move(rows, "a", 3, "green");
        move(rows, "a", 4, "yellow");
        move(rows, "c", 1, "white");
        assertHas(rows, List.of(lamp("a", 4, "yellow"), lamp("b", 1, "blue"), lamp("c", 1, "white")));

        rows.spill();
        assertHas(rows, List.of(lamp("a", 4, "yellow"), lamp("b", 1, "blue"), lamp("c", 1, "white")));
        assertThat(store.all()).hasSize(3);
    }

    private void assertHas(FoldedRows<Lamp> rows, List<Row<Lamp>> expected) {
        List<String> ids = new ArrayList<>();
        rows.forEachPage(ids::addAll);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(load(rows, ids)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.size()).isEqualTo(expected.size());
        assertThat(load(rows, List.of("nobody's"))).isEmpty();
    }

    private void move(FoldedRows<Lamp> rows, String id, long to, String colour) {
        long from = load(rows, List.of(id)).stream().mapToLong(Row::lastSeq).sum();
        rows.move(store.move(from, lamp(id, to, colour)));
    }

    private List<Row<Lamp>> load(FoldedRows<Lamp> rows, List<String> ids) {
        return rows.documents(ids).values().stream().map(store::read).toList();
    }

    private static Row<Lamp> lamp(String id, long seq, String colour) {
        return new Row<>(id, seq, new Lamp(colour));
    }
}
