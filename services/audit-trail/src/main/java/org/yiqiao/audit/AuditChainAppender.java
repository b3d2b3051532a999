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
 * Appends to the chain, while other instances of the service may do so too: whoever inserts an id first has it, and the
 * others go on behind it. After an outage nobody knows whether an insert was done, so the same links are inserted again
 * until they are there or somebody else's are.
 */
final class AuditChainAppender {

    private static final Logger log = LoggerFactory.getLogger(AuditChainAppender.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AuditChainRepository audit;
    private final BooleanSupplier shouldContinue;
    private @Nullable AuditChainHead head;

    /** @param goOn whether to go on trying while the store is away */
    AuditChainAppender(AuditChainRepository audit, BooleanSupplier goOn) {
        this.audit = audit;
        this.shouldContinue = goOn;
    }

    /** Where the chain ended when this last wrote to it or looked. */
    Optional<AuditChainHead> cachedHead() {
        return Optional.ofNullable(head);
    }

    /** The entries in their places, all of them in the store; fewer only if it was told not to go on. */
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

    /** How many of the links, from the first, are in the store; at the next one is somebody else's. */
    private int insert(List<AuditChainLink> links) throws InterruptedException {
        while (shouldContinue.getAsBoolean()) {
            try {
                audit.insert(links);
                return links.size();
            } catch (MongoBulkWriteException e) {
                Optional<Integer> taken = firstDuplicateIndex(e).flatMap(at -> countOwnLinks(links, at));
                if (taken.isPresent()) {
                    return taken.get();
                }
                log.warn("It is not known yet whether audit entries were written; again in {}", PAUSE, e);
            } catch (MongoException e) {
                log.warn("Audit entries cannot be written; again in {}", PAUSE, e);
            }
            Thread.sleep(PAUSE);
        }
        return 0;
    }

    /** The first link whose id was taken. */
    private static Optional<Integer> firstDuplicateIndex(MongoBulkWriteException e) {
        return e.getWriteErrors().stream()
                .filter(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                .map(error -> error.getIndex())
                .findFirst();
    }

    /** Counts on over links that an earlier attempt inserted; empty if the store does not say yet. */
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

    private static <T> Optional<T> tryRead(Supplier<@Nullable T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (MongoException e) {
            log.warn("The audit cannot be read; again in {}", PAUSE, e);
            return Optional.empty();
        }
    }
}
