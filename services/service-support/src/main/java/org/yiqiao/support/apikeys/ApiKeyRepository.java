package org.yiqiao.support.apikeys;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.AccessScope;

/** Stores the API keys issued by a service, with their hashes in place of the keys. */
final class ApiKeyRepository {

    private static final Duration OPERATION_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration INDEX_TIMEOUT = Duration.ofMinutes(10);

    private final MongoCollection<Document> keys;
    private final Pepper pepper;

    ApiKeyRepository(MongoDatabase database, Pepper pepper) {
        this.keys = database.getCollection("apiKeys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(OPERATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        this.pepper = pepper;
        keys.withTimeout(INDEX_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .createIndex(Indexes.ascending("hash"), new IndexOptions().unique(true));
    }

    Pepper pepper() {
        return pepper;
    }

    void save(ApiKey key, ApiKeySecret secret) {
        keys.insertOne(new Document("_id", key.id())
                .append("hash", secret.hash(pepper))
                .append("name", key.name())
                .append("shown", key.visiblePrefix())
                .append("post", key.post().toText())
                .append("path", key.path())
                .append("perSecond", key.perSecond())
                .append("issuer", key.issuer())
                .append("issuedAt", Date.from(key.issuedAt())));
    }

    /** Returns the API key for the given text; empty if the key is invented, unknown or revoked. */
    Optional<ApiKey> findActive(String text) {
        return ApiKeySecret.parse(text, pepper)
                .map(secret -> keys.find(and(eq("hash", secret.hash(pepper)), exists("revokedAt", false)))
                        .first())
                .map(ApiKeyRepository::fromDocument);
    }

    /** Returns the keys within the access scope that follow the given id, in the order of their ids. */
    List<ApiKey> findAfter(String id, AccessScope accessScope, int limit) {
        return keys.find(and(gt("_id", id), scopeFilter(accessScope)))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(ApiKeyRepository::fromDocument)
                .into(new ArrayList<>());
    }

    /** Revokes a key within the access scope, effective from its next call; returns empty if there is no such key. */
    Optional<ApiKey> revoke(String id, AccessScope accessScope, Instant now) {
        Bson inScope = and(eq(id), scopeFilter(accessScope));
        keys.updateOne(and(inScope, exists("revokedAt", false)), Updates.set("revokedAt", Date.from(now)));
        return Optional.ofNullable(keys.find(inScope).first()).map(ApiKeyRepository::fromDocument);
    }

    private static Bson scopeFilter(AccessScope accessScope) {
        return switch (accessScope) {
            case AccessScope.FullAccess() -> new Document();
            case AccessScope.LimitedAccess(var owners) -> in("path", owners);
        };
    }

    private static ApiKey fromDocument(Document key) {
        return new ApiKey(
                key.getString("_id"),
                key.getString("name"),
                key.getString("shown"),
                Post.parse(key.getString("post")).orElseThrow(),
                key.getList("path", String.class),
                key.getLong("perSecond"),
                key.getString("issuer"),
                key.getDate("issuedAt").toInstant(),
                toInstant(key.getDate("revokedAt")));
    }

    private static @Nullable Instant toInstant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
