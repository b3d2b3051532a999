package org.yiqiao.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalFieldPathsTest {

    private static final String STATE = "{'service': 'light', 'place': {'grid': '1', 'address': 'Main Street 4'}}";

    record Home(String grid, @PersonalData @Nullable String address) {}

    record State(
            String service,
            Home place,
            @PersonalData @Nullable String name) {}

    record Crowd(List<Home> homes) {}

    @Test
    void nestedPersonalFieldsAreFound() {
        assertThat(PersonalFieldPaths.of(State.class).paths())
                .containsExactlyInAnyOrder(List.of("place", "address"), List.of("name"));
    }

    @Test
    void extractedFieldsAreRestored() {
        BsonDocument state = BsonDocument.parse(STATE);
        PersonalFieldPaths fields = PersonalFieldPaths.of(State.class);

        BsonDocument extracted = fields.extractFrom(state);
        assertThat(state.toJson()).doesNotContain("Main Street").contains("light", "grid");

        fields.restoreInto(extracted, state);
        assertThat(state).isEqualTo(BsonDocument.parse(STATE));
    }

    record Visit(
            @DataSubject String visitor,
            @PersonalData @Nullable String note) {}

    record Diary(List<Visit> visits) {}

    record Archive(List<Diary> diaries) {}

    record Streets(Map<String, Home> homes) {}

    record Blocks(List<List<Home>> homes) {}

    @Test
    void personalFieldsInListsAreExtractedAndRestored() {
        String text = "{'homes': [{'grid': '1', 'address': 'Main Street 4'}, {'grid': '2'}, "
                + "{'grid': '3', 'address': 'Side Street 5'}]}";
        BsonDocument state = BsonDocument.parse(text);
        PersonalFieldPaths fields = PersonalFieldPaths.of(Crowd.class);

        BsonDocument extracted = fields.extractFrom(state);
        assertThat(state.toJson()).doesNotContain("Street").contains("grid", "1", "3");
        assertThat(extracted.keySet()).containsExactly("homes.0.address", "homes.2.address");

        fields.restoreInto(extracted, state);
        assertThat(state).isEqualTo(BsonDocument.parse(text));
    }

    @Test
    void listWithPersonsOfItsOwnIsFound() {
        PersonalFieldPaths fields = PersonalFieldPaths.of(Diary.class);

        assertThat(fields.paths()).isEmpty();
        assertThat(fields.lists())
                .containsExactly(new PersonalList(
                        List.of("visits"), "visitor", new PersonalFieldPaths(List.of(List.of("note")), List.of())));
    }

    @Test
    void personalFieldsInOtherContainersAreRejected() {
        for (Class<?> state : List.of(Streets.class, Blocks.class, Archive.class)) {
            assertThatThrownBy(() -> PersonalFieldPaths.of(state)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
