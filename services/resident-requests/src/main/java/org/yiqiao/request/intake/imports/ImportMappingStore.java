package org.yiqiao.request.intake.imports;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores the mappings of an installation beside the built-in ones. */
@Component
class ImportMappingStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MongoCollection<BsonDocument> mappings;

    ImportMappingStore(MongoDatabase database) {
        mappings = database.getCollection("import-mappings", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** The mapping is stored as text, because the words of a file can contain dots. */
    void save(ImportMapping mapping) {
        mappings.replaceOne(
                eq(mapping.name()),
                new BsonDocument("_id", new BsonString(mapping.name()))
                        .append("mapping", new BsonString(JSON.writeValueAsString(mapping))),
                new ReplaceOptions().upsert(true));
    }

    /** Returns a built-in or stored mapping. */
    Optional<ImportMapping> find(String name) {
        return BuiltInMappings.named(name)
                .or(() -> Optional.ofNullable(mappings.find(eq(name)).first()).map(ImportMappingStore::decode));
    }

    /** Returns the stored mappings, sorted by name. */
    List<ImportMapping> stored() {
        return mappings.find()
                .sort(Sorts.ascending("_id"))
                .map(ImportMappingStore::decode)
                .into(new ArrayList<>());
    }

    /** Returns whether there was a stored mapping with this name. */
    boolean delete(String name) {
        return mappings.deleteOne(eq(name)).getDeletedCount() > 0;
    }

    private static ImportMapping decode(BsonDocument document) {
        return JSON.readValue(document.getString("mapping").getValue(), ImportMapping.class);
    }
}
