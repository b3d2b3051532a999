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
 * What a change of a schema takes from those who read by the published one, or from those who read what was written
 * by it. An optional field and a further word of an enum may be added; all else is a break.
 */
final class SchemaCompatibilityCheck {

    /** Compared part by part, or mere words about the schema; whatever else a schema says has to stay as it is. */
    private static final Set<String> FREE_OR_BY_PART =
            Set.of("$id", "title", "description", "properties", "required", "items", "enum");

    private final List<String> found = new ArrayList<>();

    private SchemaCompatibilityCheck() {}

    /** One sentence for each break, none if {@code now} may be published over {@code published}. */
    static List<String> findBreakingChanges(JsonNode published, JsonNode now) {
        SchemaCompatibilityCheck breaks = new SchemaCompatibilityCheck();
        breaks.compare("$", published, now);
        return breaks.found;
    }

    private void compare(String at, JsonNode published, JsonNode now) {
        if (!comparableParts(published).equals(comparableParts(now))) {
            found.add(at + " was " + comparableParts(published) + " and is " + comparableParts(now));
        }
        if (published.has("enum") && now.has("enum")) {
            difference(textValues(published.get("enum")), textValues(now.get("enum")))
                    .forEach(word -> found.add(at + " has lost the word " + word));
        }
        compareFields(at, published, now);
        if (published.has("items") && now.has("items")) {
            compare(at + "[]", published.get("items"), now.get("items"));
        }
    }

    private void compareFields(String at, JsonNode published, JsonNode now) {
        Set<String> lost = difference(fields(published), fields(now));
        lost.forEach(field -> found.add(at + "." + field + " is lost or renamed"));
        difference(required(now), required(published))
                .forEach(field -> found.add(at + "." + field + " is newly required"));
        difference(difference(required(published), required(now)), lost)
                .forEach(field -> found.add(at + "." + field + " is no longer always there"));
        difference(fields(published), lost)
                .forEach(field -> compare(
                        at + "." + field,
                        published.get("properties").get(field),
                        now.get("properties").get(field)));
    }

    /** What has to be equal, and whether there are items or words at all: neither may come or go. */
    private static JsonNode comparableParts(JsonNode schema) {
        ObjectNode rest = ((ObjectNode) schema).deepCopy().without(FREE_OR_BY_PART);
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
        return all.stream().filter(word -> !some.contains(word)).collect(Collectors.toCollection(TreeSet::new));
    }
}
