package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands with options that change the result in MongoDB and that the library would ignore: another result
 * than in production is worse than an error.
 */
final class UnsupportedOptionCheck {

    private static final int NOT_IMPLEMENTED = 238;

    /** Options of the creation of a collection. */
    private static final List<String> COLLECTION_OPTIONS =
            List.of("validator", "timeseries", "viewOn", "clusteredIndex", "expireAfterSeconds");

    private static final List<String> INDEX_OPTIONS = List.of("expireAfterSeconds", "wildcardProjection");

    /** Kinds of an index that a sorted index can serve or replace; a hashed index answers equality only. */
    private static final Set<Object> INDEX_KINDS = Set.of("hashed");

    /** The fields of a command that contain a list of statements, each with options of its own. */
    private static final List<String> STATEMENT_LISTS = List.of("updates", "deletes", "indexes");

    private UnsupportedOptionCheck() {}

    /** @throws MongoServerError if the store does not support an option of the command */
    static void check(String command, Document query) {
        checkCollation(command, query);
        STATEMENT_LISTS.stream()
                .flatMap(list -> documents(query, list).stream())
                .forEach(statement -> checkCollation(command, statement));
        switch (command) {
            case "create", "collMod" -> {
                COLLECTION_OPTIONS.forEach(option -> refuseIfSet(command, query, option));
                if (Utils.isTrue(query.get("capped"))) {
                    throw unsupported(command, "capped");
                }
            }
            case "createIndexes" -> documents(query, "indexes").forEach(UnsupportedOptionCheck::checkIndex);
            case "find" -> checkProjection(command, query.get("projection"));
            case "findAndModify", "findandmodify" -> checkProjection(command, query.get("fields"));
            default -> {}
        }
    }

    private static void checkCollation(String command, Document statement) {
        if (statement.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
            throw unsupported(command, "collation");
        }
    }

    private static void checkIndex(Document index) {
        INDEX_OPTIONS.forEach(option -> refuseIfSet("createIndexes", index, option));
        if (index.get("key") instanceof Document key) {
            key.forEach((field, kind) -> {
                if (field.contains("$**") || !(kind instanceof Number || INDEX_KINDS.contains(kind))) {
                    throw unsupported("createIndexes", "key: {\"" + field + "\": " + kind + "}");
                }
            });
        }
    }

    /** Refuses {@code array.$}, for which the library returns the first element instead of the matching one. */
    private static void checkProjection(String command, @Nullable Object projection) {
        if (projection instanceof Document fields) {
            fields.keySet().stream().filter(field -> field.endsWith(".$")).forEach(field -> {
                throw unsupported(command, "projection: {\"" + field + "\": …}");
            });
        }
    }

    private static void refuseIfSet(String command, Document options, String option) {
        Object value = options.get(option);
        if (value != null && !(value instanceof Document document && document.isEmpty())) {
            throw unsupported(command, option);
        }
    }

    private static List<Document> documents(Document query, String list) {
        return query.get(list) instanceof List<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private static MongoServerError unsupported(String command, String option) {
        return new MongoServerError(
                NOT_IMPLEMENTED,
                "NotImplemented",
                "The embedded store does not support `" + option + "` of the command `" + command
                        + "`. Remove the option, or use a MongoDB server (MONGODB_URI).");
    }
}
