package org.yiqiao.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalFieldsTest {

    private static final String STATE = "{'service': 'light', 'place': {'grid': '1', 'address': 'Main Street 4'}}";

    record Home(String grid, @Personal @Nullable String address) {}

    record State(
            String service, Home place, @Personal @Nullable String name) {}

    record Crowd(List<Home> homes) {}

    @Test
    void theyAreFoundHoweverDeepTheyStand() {
        assertThat(PersonalFields.of(State.class).paths())
                .containsExactlyInAnyOrder(List.of("place", "address"), List.of("name"));
    }

    @Test
    void whatIsTakenOutIsPutBackWhereItWas() {
        BsonDocument state = BsonDocument.parse(STATE);
        PersonalFields fields = PersonalFields.of(State.class);

        BsonDocument taken = fields.takeFrom(state);
        assertThat(state.toJson()).doesNotContain("Main Street").contains("light", "grid");

        fields.putBack(taken, state);
        assertThat(state).isEqualTo(BsonDocument.parse(STATE));
    }

    @Test
    void theyDoNotStandInLists() {
        assertThatThrownBy(() -> PersonalFields.of(Crowd.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
