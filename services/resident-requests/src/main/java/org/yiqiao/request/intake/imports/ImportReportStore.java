package org.yiqiao.request.intake.imports;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.DecoderContext;
import org.springframework.stereotype.Component;

/** Stores the reports of imports, so that an import resumes after a crash. */
@Component
class ImportReportStore {

    private final MongoCollection<BsonDocument> reports;

    ImportReportStore(MongoDatabase database) {
        reports = database.getCollection("imports", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    void save(String id, ImportReport report) {
        reports.replaceOne(
                eq(id),
                new BsonDocument("_id", new BsonString(id))
                        .append("report", BsonDocumentWrapper.asBsonDocument(report, reports.getCodecRegistry())),
                new ReplaceOptions().upsert(true));
    }

    Optional<ImportReport> find(String id) {
        return Optional.ofNullable(reports.find(eq(id)).first()).map(this::decode);
    }

    /** Returns the report of the import that a spool file belongs to. */
    Optional<ImportReport> findBySpoolFile(String name) {
        return Optional.ofNullable(reports.find(eq("report.spool", name)).first())
                .map(this::decode);
    }

    /** Returns the ids of the imports that have not ended. */
    List<String> runningImportIds() {
        return reports.find(eq("report.state", ImportReport.State.RUNNING.name()))
                .map(document -> document.getString("_id").getValue())
                .into(new ArrayList<>());
    }

    private ImportReport decode(BsonDocument document) {
        return reports.getCodecRegistry()
                .get(ImportReport.class)
                .decode(
                        upgrade(document.getDocument("report")).asBsonReader(),
                        DecoderContext.builder().build());
    }

    /** Converts a report of the first version, with its counts beside each other. */
    private static BsonDocument upgrade(BsonDocument report) {
        if (report.containsKey("counts")) {
            return report;
        }
        BsonInt64 none = new BsonInt64(0);
        return report.append(
                        "counts",
                        new BsonDocument("imported", report.get("imported", none))
                                .append("updated", none)
                                .append("unchanged", report.get("alreadyPresent", none))
                                .append("conflicts", none)
                                .append("rejected", report.get("rejected", none))
                                .append("unrouted", report.get("unrouted", none)))
                .append("dryRun", BsonBoolean.FALSE)
                .append("conflicts", new BsonArray())
                .append("faults", new BsonArray());
    }
}
