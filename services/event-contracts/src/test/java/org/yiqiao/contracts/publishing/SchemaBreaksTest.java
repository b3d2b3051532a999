package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaBreaksTest {

    record Lamp(String code, int posts, @Nullable Colour colour, List<Part> parts) {}

    record Part(String name, @Nullable Double weight) {}

    enum Colour {
        WHITE,
        YELLOW
    }

    private static List<String> breaks(Class<?> published, Class<?> now) {
        return SchemaBreaks.between(EventSchemas.of("Lamp", published), EventSchemas.of("Lamp", now));
    }

    @Test
    void aLostFieldIsABreak() {
        record Now(String code, int posts, List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.colour is lost or renamed");
    }

    @Test
    void aRenamedFieldIsABreak() {
        record Now(
                String code,
                @JsonProperty("poles") int posts,
                @Nullable Colour colour,
                List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class))
                .containsExactly("$.posts is lost or renamed", "$.poles is newly required");
    }

    @Test
    void anotherTypeIsABreak() {
        record Now(String code, String posts, @Nullable Colour colour, Part parts) {}
        assertThat(breaks(Lamp.class, Now.class))
                .satisfiesExactlyInAnyOrder(
                        posts -> assertThat(posts).startsWith("$.posts was {\"type\":\"integer\""),
                        parts -> assertThat(parts).startsWith("$.parts was {\"type\":\"array\""),
                        name -> assertThat(name).isEqualTo("$.parts.name is newly required"));
    }

    @Test
    void aNarrowerNumberIsABreak() {
        record Before(long posts) {}
        record Now(int posts) {}
        assertThat(breaks(Before.class, Now.class))
                .containsExactly("$.posts was {\"type\":\"integer\",\"format\":\"int64\"} and is "
                        + "{\"type\":\"integer\",\"format\":\"int32\"}");
    }

    @Test
    void aListOfSomethingElseIsABreak() {
        record Before(List<String> codes) {}
        record Now(List<Integer> codes) {}
        assertThat(breaks(Before.class, Now.class))
                .singleElement()
                .asString()
                .startsWith("$.codes[] was {\"type\":\"string\"}");
    }

    @Test
    void anEnumWithoutOneOfItsWordsIsABreak() {
        record Now(String code, int posts, @Nullable OneColour colour, List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.colour has lost the word YELLOW");
    }

    @Test
    void anEnumForAnyTextIsABreak() {
        record Before(String colour) {}
        record Now(Colour colour) {}
        assertThat(breaks(Before.class, Now.class)).hasSize(1);
        assertThat(breaks(Now.class, Before.class)).hasSize(1);
    }

    @Test
    void anOptionalFieldMadeRequiredIsABreak() {
        record Now(String code, int posts, Colour colour, List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.colour is newly required");
    }

    @Test
    void aRequiredFieldMadeOptionalIsABreak() {
        record Now(
                @Nullable String code, int posts, @Nullable Colour colour, List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.code is no longer always there");
    }

    @Test
    void aNewRequiredFieldIsABreak() {
        record Now(String code, int posts, @Nullable Colour colour, List<Part> parts, boolean lit) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.lit is newly required");
    }

    @Test
    void aBreakInsideAListIsFound() {
        record SmallPart(String name) {}
        record Now(String code, int posts, @Nullable Colour colour, List<SmallPart> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).containsExactly("$.parts[].weight is lost or renamed");
    }

    @Test
    void addedOptionalFieldsPass() {
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
        assertThat(breaks(Lamp.class, Now.class)).isEmpty();
    }

    @Test
    void aNewWordOfAnEnumPasses() {
        record Now(String code, int posts, @Nullable MoreColours colour, List<Part> parts) {}
        assertThat(breaks(Lamp.class, Now.class)).isEmpty();
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
