package org.yiqiao.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.Page;
import tools.jackson.databind.json.JsonMapper;

class SchemaCatalogTest {

    private final SchemaCatalog catalog = new SchemaCatalog(JsonMapper.shared());

    record Lamp(
            @JsonUnwrapped Place place,
            @Nullable Double watts,
            @JsonIgnore int secret,
            @JsonProperty("long") double lon) {

        boolean isDark() {
            return watts == null;
        }
    }

    record Place(String street, @Nullable Integer number) {}

    record Repair(
            @NotBlank @Size(max = 40) String reason,
            @Nullable @Pattern(regexp = "[a-z]+") String code,
            @Size(max = 3) List<Part> parts) {}

    /** A part of a lamp. */
    record Part(Kind kind) {}

    enum Kind {
        /** The glass. */
        GLASS,
        CABLE
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figures(@Nullable Double median, @Nullable Part part) {}

    record LampView(int size) {}

    @Test
    void aggregateIsOneFlatSchemaNamedLikeItsState() {
        Schema<?> reference = catalog.schemaOf(ResolvableType.forClassWithGenerics(AggregateView.class, Lamp.class));

        assertThat(reference.get$ref()).isEqualTo("#/components/schemas/Lamp");
        Schema<?> lamp = schema("Lamp");
        assertThat(lamp.getProperties().keySet())
                .containsExactly("id", "version", "erased", "street", "number", "watts", "long");
        assertThat(lamp.getRequired()).containsExactlyInAnyOrder("id", "version", "street", "long");
    }

    @Test
    void instanceOfAProblemIsAnAddressAsItsTypeIs() {
        catalog.schemaOf(ResolvableType.forClass(Problem.class));

        for (String field : List.of("type", "instance")) {
            Schema<?> address = Objects.requireNonNull(
                    (Schema<?>) schema("Problem").getProperties().get(field));
            assertThat(address.getFormat()).as(field).isEqualTo("uri");
        }
    }

    @Test
    void pageIsNamedLikeItsItems() {
        catalog.schemaOf(ResolvableType.forClassWithGenerics(
                Page.class, ResolvableType.forClassWithGenerics(AggregateView.class, Lamp.class)));

        assertThat(catalog.schemas().keySet()).containsExactly("Lamp", "LampPage");
    }

    @Test
    void requestRefusesUnknownFieldsAtEveryLevel() {
        catalog.requestSchemaOf(ResolvableType.forClass(Repair.class));

        assertThat(schema("Repair").getAdditionalProperties()).isEqualTo(false);
        assertThat(schema("Part").getAdditionalProperties()).isEqualTo(false);
        assertThat(schema("Kind").getAdditionalProperties()).isNull();
    }

    @Test
    void constraintsAreKeywords() {
        catalog.requestSchemaOf(ResolvableType.forClass(Repair.class));

        Schema<?> reason = property("Repair", "reason");
        assertThat(reason.getMinLength()).isEqualTo(1);
        assertThat(reason.getMaxLength()).isEqualTo(40);
        assertThat(property("Repair", "code").getPattern()).isEqualTo("^(?:[a-z]+)$");
        assertThat(property("Repair", "parts").getMaxItems()).isEqualTo(3);
        assertThat(schema("Repair").getRequired()).containsExactlyInAnyOrder("reason", "parts");
    }

    @Test
    void nullIsAllowedOnlyWhereItIsWritten() {
        catalog.schemaOf(ResolvableType.forClass(Figures.class));
        catalog.schemaOf(ResolvableType.forClass(Lamp.class));

        assertThat(property("Figures", "median").getTypes()).containsExactlyInAnyOrder("number", "null");
        assertThat(property("Figures", "part").getAnyOf()).hasSize(2);
        assertThat(schema("Figures").getRequired()).containsExactlyInAnyOrder("median", "part");
        assertThat(property("Lamp", "watts").getTypes()).containsExactly("number");
    }

    @Test
    void enumerationHasTheNamesOnTheWire() {
        catalog.schemaOf(ResolvableType.forClass(Part.class));

        assertThat(schema("Kind").getEnum()).map(Object::toString).containsExactly("GLASS", "CABLE");
        assertThat(property("Part", "kind").get$ref()).isEqualTo("#/components/schemas/Kind");
    }

    @Test
    void oneNameForTwoTypesIsRefused() {
        catalog.schemaOf(ResolvableType.forClass(Lamp.class));

        assertThatThrownBy(() -> catalog.schemaOf(ResolvableType.forClass(LampView.class)))
                .hasMessageContaining("The schema name Lamp");
    }

    private Schema<?> schema(String name) {
        return Objects.requireNonNull(catalog.schemas().get(name), name);
    }

    private Schema<?> property(String schema, String name) {
        return Objects.requireNonNull((Schema<?>) schema(schema).getProperties().get(name), name);
    }
}
