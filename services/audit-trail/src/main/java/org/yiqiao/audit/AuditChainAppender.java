package org.yiqiao.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends entries to the chain, concurrently with other instances of the service. The first instance that inserts an id
 * owns the id, and the others continue after it. After an outage, the outcome of an insert is unknown. The same links
 * are inserted again until they are in the store, or until links of another instance are found in their place. Not
 * thread-safe.
 */
final class AuditChainAppender {

    private static final Logger log = LoggerFactory.getLogger(AuditChainAppender.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AuditChainRepository audit;
    private final BooleanSupplier shouldContinue;
    private @Nullable AuditChainHead head;

    /** @param shouldContinue whether to keep trying while the store is unavailable */
    AuditChainAppender(AuditChainRepository audit, BooleanSupplier shouldContinue) {
        this.audit = audit;
        this.shouldContinue = shouldContinue;
    }

    /** Returns the end of the chain as of the last write or read; empty if it is unknown. */
    Optional<AuditChainHead> cachedHead() {
        return Optional.ofNullable(head);
    }

    /** Stores all entries and returns their links, in order. Returns fewer links only if it is told not to continue. */
    List<AuditChainLink> append(List<AuditEntry> entries) throws InterruptedException {
        List<AuditChainLink> appended = new ArrayList<>();
        while (appended.size() < entries.size() && shouldContinue.getAsBoolean()) {
            Optional<AuditChainHead> end = cachedHead().or(() -> tryRead(audit::currentHead));
            if (end.isEmpty()) {
                Thread.sleep(PAUSE);
                continue;
            }
            List<AuditChainLink> links = createLinks(end.get(), entries.subList(appended.size(), entries.size()));
            List<AuditChainLink> present = links.subList(0, insert(links));
            appended.addAll(present);
            head = present.size() < links.size() ? null : present.getLast().head();
        }
        return appended;
    }

    private static List<AuditChainLink> createLinks(AuditChainHead head, List<AuditEntry> entries) {
        List<AuditChainLink> links = new ArrayList<>(entries.size());
        AuditChainHead end = head;
        for (AuditEntry entry : entries) {
            AuditChainLink link = AuditChainLink.createAfter(end, entry);
            links.add(link);
            end = link.head();
        }
        return links;
    }

    /** Inserts links. Returns how many of them, from the first, are stored; the next id belongs to another instance. */
    private int insert(List<AuditChainLink> links) throws InterruptedException {
        while (shouldContinue.getAsBoolean()) {
            try {
                audit.insert(links);
                return links.size();
            } catch (MongoBulkWriteException e) {
                Optional<Integer> stored = firstDuplicateIndex(e).flatMap(at -> countOwnLinks(links, at));
                if (stored.isPresent()) {
                    return stored.get();
                }
                log.warn("The outcome of a write of audit entries is unknown; retrying in {}", PAUSE, e);
            } catch (MongoException e) {
                log.warn("Audit entries cannot be written; retrying in {}", PAUSE, e);
            }
            Thread.sleep(PAUSE);
        }
        return 0;
    }

    /** Returns the index of the first link with an id that already exists. */
    private static Optional<Integer> firstDuplicateIndex(MongoBulkWriteException e) {
        return e.getWriteErrors().stream()
                .filter(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                .map(error -> error.getIndex())
                .findFirst();
    }

    /**
     * Counts the stored links from an index on, which an earlier attempt inserted. Returns the number of stored links
     * from the first; empty if the store does not show them yet.
     */
    private Optional<Integer> countOwnLinks(List<AuditChainLink> links, int from) {
        for (int i = from; i < links.size(); i++) {
            AuditChainLink link = links.get(i);
            Optional<AuditChainLink> present =
                    tryRead(() -> audit.findBySequence(link.seq()).orElse(null));
            if (present.isEmpty()) {
                return Optional.empty();
            }
            if (!present.get().hash().equals(link.hash())) {
                return Optional.of(i);
            }
        }
        return Optional.of(links.size());
    }

    private static <T> Optional<T> tryRead(Supplier<@Nullable T> read) {
        try {
            return Optional.ofNullable(read.get());
        } catch (MongoException e) {
            log.warn("The audit cannot be read; retrying in {}", PAUSE, e);
            return Optional.empty();
        }
    }
}
