package org.yiqiao.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void personalFieldsInListsAreRejected() {
        assertThatThrownBy(() -> PersonalFieldPaths.of(Crowd.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
