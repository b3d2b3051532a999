package org.yiqiao.core.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequiredFieldCheckTest {

    record Lamp(String name, @Nullable String colour, int watts) {}

    record Street(
            String name,
            @Nullable Lamp first,
            List<Lamp> lamps,
            @Nullable Map<String, String> notes) {}

    @Test
    void nullableFieldMayBeAbsent() {
        assertThat(missing("{'name':'x','lamps':[{'name':'a'}]}")).isEmpty();
    }

    @Test
    void missingRequiredFieldIsFoundAtAnyDepth() {
        assertThat(missing("{'lamps':[]}")).contains("name");
        assertThat(missing("{'name':'x'}")).contains("lamps");
        assertThat(missing("{'name':'x','lamps':[],'first':{}}")).contains("first.name");
        assertThat(missing("{'name':'x','lamps':[{'name':'a'},{}]}")).contains("lamps[1].name");
    }

    @Test
    void nullElementsAndValuesAreFound() {
        assertThat(missing("{'name':'x','lamps':[null]}")).contains("lamps[0]");
        assertThat(missing("{'name':'x','lamps':[],'notes':{'a':null}}")).contains("notes[0]");
    }

    private static Optional<String> missing(String json) {
        return RequiredFieldCheck.findMissing(JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(json.replace('\'', '"'), Street.class));
    }
}
