package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityCheckTest {

    record Lamp(String code, int posts, @Nullable Colour colour, List<Part> parts) {}

    record Part(String name, @Nullable Double weight) {}

    enum Colour {
        WHITE,
        YELLOW
    }

    private static List<String> breakingChanges(Class<?> published, Class<?> now) {
        return SchemaCompatibilityCheck.findBreakingChanges(
                EventSchemaGenerator.generate("Lamp", published), EventSchemaGenerator.generate("Lamp", now));
    }

    @Test
    void removedFieldIsABreakingChange() {
        record Now(String code, int posts, List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.colour was removed or renamed");
    }

    @Test
    void renamedFieldIsABreakingChange() {
        record Now(
                String code,
                @JsonProperty("poles") int posts,
                @Nullable Colour colour,
                List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class))
                .containsExactly("$.posts was removed or renamed", "$.poles is now required");
    }

    @Test
    void changedTypeIsABreakingChange() {
        record Now(String code, String posts, @Nullable Colour colour, Part parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class))
                .satisfiesExactlyInAnyOrder(
                        posts -> assertThat(posts).startsWith("$.posts changed from {\"type\":\"integer\""),
                        parts -> assertThat(parts).startsWith("$.parts changed from {\"type\":\"array\""),
                        name -> assertThat(name).isEqualTo("$.parts.name is now required"));
    }

    @Test
    void narrowedNumberIsABreakingChange() {
        record Before(long posts) {}
        record Now(int posts) {}
        assertThat(breakingChanges(Before.class, Now.class))
                .containsExactly("$.posts changed from {\"type\":\"integer\",\"format\":\"int64\"} to "
                        + "{\"type\":\"integer\",\"format\":\"int32\"}");
    }

    @Test
    void changedElementTypeIsABreakingChange() {
        record Before(List<String> codes) {}
        record Now(List<Integer> codes) {}
        assertThat(breakingChanges(Before.class, Now.class))
                .singleElement()
                .asString()
                .startsWith("$.codes[] changed from {\"type\":\"string\"}");
    }

    @Test
    void removedEnumValueIsABreakingChange() {
        record Now(String code, int posts, @Nullable OneColour colour, List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.colour lost the enum value YELLOW");
    }

    @Test
    void enumInPlaceOfTextIsABreakingChange() {
        record Before(String colour) {}
        record Now(Colour colour) {}
        assertThat(breakingChanges(Before.class, Now.class)).hasSize(1);
        assertThat(breakingChanges(Now.class, Before.class)).hasSize(1);
    }

    @Test
    void optionalFieldMadeRequiredIsABreakingChange() {
        record Now(String code, int posts, Colour colour, List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.colour is now required");
    }

    @Test
    void requiredFieldMadeOptionalIsABreakingChange() {
        record Now(
                @Nullable String code, int posts, @Nullable Colour colour, List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.code is no longer required");
    }

    @Test
    void addedRequiredFieldIsABreakingChange() {
        record Now(String code, int posts, @Nullable Colour colour, List<Part> parts, boolean lit) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.lit is now required");
    }

    @Test
    void breakingChangeInsideAListIsFound() {
        record SmallPart(String name) {}
        record Now(String code, int posts, @Nullable Colour colour, List<SmallPart> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).containsExactly("$.parts[].weight was removed or renamed");
    }

    @Test
    void addedOptionalFieldIsCompatible() {
        record LargePart(
                String name,
                @Nullable Double weight,
                @Nullable Integer length) {}
        record Now(
                @Nullable Boolean lit,
                String code,
                int posts,
                @Nullable Colour colour,
                List<LargePart> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).isEmpty();
    }

    @Test
    void addedEnumValueIsCompatible() {
        record Now(String code, int posts, @Nullable MoreColours colour, List<Part> parts) {}
        assertThat(breakingChanges(Lamp.class, Now.class)).isEmpty();
    }

    enum OneColour {
        WHITE
    }

    enum MoreColours {
        WHITE,
        RED,
        YELLOW
    }
}
