package org.yiqiao.contracts.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds breaking changes between a published schema and its new version. A change is breaking if it affects consumers
 * that use the published schema, or consumers that read data written with it. Only an additional optional field or an
 * additional enum value is compatible.
 */
final class SchemaCompatibilityCheck {

    /** Keywords that are compared separately or only describe the schema. All other keywords must stay equal. */
    private static final Set<String> EXEMPT_KEYWORDS =
            Set.of("$id", "title", "description", "properties", "required", "items", "enum");

    private final List<String> breakingChanges = new ArrayList<>();

    private SchemaCompatibilityCheck() {}

    /** Returns one sentence for each breaking change, or an empty list if {@code now} can replace {@code published}. */
    static List<String> findBreakingChanges(JsonNode published, JsonNode now) {
        SchemaCompatibilityCheck check = new SchemaCompatibilityCheck();
        check.compare("$", published, now);
        return check.breakingChanges;
    }

    private void compare(String at, JsonNode published, JsonNode now) {
        if (!comparableParts(published).equals(comparableParts(now))) {
            breakingChanges.add(at + " changed from " + comparableParts(published) + " to " + comparableParts(now));
        }
        if (published.has("enum") && now.has("enum")) {
            difference(textValues(published.get("enum")), textValues(now.get("enum")))
                    .forEach(value -> breakingChanges.add(at + " lost the enum value " + value));
        }
        compareFields(at, published, now);
        if (published.has("items") && now.has("items")) {
            compare(at + "[]", published.get("items"), now.get("items"));
        }
    }

    private void compareFields(String at, JsonNode published, JsonNode now) {
        Set<String> removed = difference(fields(published), fields(now));
        removed.forEach(field -> breakingChanges.add(at + "." + field + " was removed or renamed"));
        difference(required(now), required(published))
                .forEach(field -> breakingChanges.add(at + "." + field + " is now required"));
        difference(difference(required(published), required(now)), removed)
                .forEach(field -> breakingChanges.add(at + "." + field + " is no longer required"));
        difference(fields(published), removed)
                .forEach(field -> compare(
                        at + "." + field,
                        published.get("properties").get(field),
                        now.get("properties").get(field)));
    }

    /** Returns the parts that must stay equal, including the presence of {@code items} and {@code enum}. */
    private static JsonNode comparableParts(JsonNode schema) {
        ObjectNode rest = ((ObjectNode) schema).deepCopy().without(EXEMPT_KEYWORDS);
        Stream.of("items", "enum").filter(schema::has).forEach(keyword -> rest.put(keyword, "…"));
        return rest;
    }

    private static Set<String> fields(JsonNode schema) {
        return new HashSet<>(schema.path("properties").propertyNames());
    }

    private static Set<String> required(JsonNode schema) {
        return textValues(schema.path("required"));
    }

    private static Set<String> textValues(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static Set<String> difference(Set<String> all, Set<String> some) {
        return all.stream().filter(text -> !some.contains(text)).collect(Collectors.toCollection(TreeSet::new));
    }
}
