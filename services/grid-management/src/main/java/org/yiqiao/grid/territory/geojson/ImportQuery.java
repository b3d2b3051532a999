package org.yiqiao.grid.territory.geojson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.TerritoryLevel;

/**
 * The query parameters of an import, as the API documents them.
 *
 * @param codeProperty name of the property with the code of a place; {@code code} if absent
 * @param nameProperty name of the property with the name of a place; {@code name} if absent
 * @param levelProperty name of the property with the level of a place; {@code level} if absent
 * @param parentProperty name of the property with the code of the place above; {@code parent} if absent
 * @param kindProperty name of the property with the kind of a grid; {@code kind} if absent
 * @param level level of a feature without a level of its own
 * @param township code of the township, which is also the parent of a community without a parent
 * @param name name of the township if the import creates it from its communities
 * @param datum datum of the coordinates: {@code wgs84}, {@code gcj02} or {@code bd09}; WGS 84 if absent
 * @param confirm {@code moved} if a boundary can move away from its former position
 */
public record ImportQuery(
        @JsonProperty(ImportParameters.PROPERTY + "code") @Nullable
        String codeProperty,

        @JsonProperty(ImportParameters.PROPERTY + "name") @Nullable
        String nameProperty,

        @JsonProperty(ImportParameters.PROPERTY + "level") @Nullable
        String levelProperty,

        @JsonProperty(ImportParameters.PROPERTY + "parent") @Nullable
        String parentProperty,

        @JsonProperty(ImportParameters.PROPERTY + "kind") @Nullable
        String kindProperty,

        @Nullable TerritoryLevel level,
        @Nullable String township,
        @Nullable String name,
        @Nullable String datum,
        @Nullable String confirm) {

    /** Returns the names of the parameters. */
    static Set<String> names() {
        return Arrays.stream(ImportQuery.class.getRecordComponents())
                .map(component -> {
                    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                    return named == null ? component.getName() : named.value();
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
