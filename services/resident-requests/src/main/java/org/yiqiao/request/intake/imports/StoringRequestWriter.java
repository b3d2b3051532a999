package org.yiqiao.request.intake.imports;

import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.request.cases.UpdateFromSource;

/** Writes the requests of an import to the store. */
final class StoringRequestWriter implements RequestWriter {

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final String correlationId;

    StoringRequestWriter(AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases, String correlationId) {
        this.cases = cases;
        this.correlationId = correlationId;
    }

    @Override
    public Map<String, KnownRequest> find(Collection<String> ids) {
        Map<String, KnownRequest> found = new HashMap<>();
        if (!cases.findExistingIds(ids).isEmpty()) {
            cases.query(in("_id", ids), ids.size())
                    .forEach(one -> found.put(one.id(), new KnownRequest(one.version(), one.state())));
        }
        return found;
    }

    @Override
    public Map<String, CommandResult<Case>> createAll(Map<String, ImportExternalRequest> creations) {
        return cases.createAll(creations, CommandMetadata.of(DecisionContext.ANONYMOUS, correlationId));
    }

    @Override
    public boolean update(String id, KnownRequest known, UpdateFromSource update) {
        CommandMetadata metadata = new CommandMetadata(
                DecisionContext.ANONYMOUS, AccessScope.FULL, correlationId, null, null, null, null, known.version());
        return cases.update(id, update, metadata) instanceof CommandResult.Completed<Case>;
    }

    @Override
    public void awaitCapacity() throws InterruptedException {
        cases.awaitCapacity();
    }
}
