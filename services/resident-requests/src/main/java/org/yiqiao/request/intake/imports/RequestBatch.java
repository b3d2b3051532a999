package org.yiqiao.request.intake.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.request.cases.SourceUpdate;
import org.yiqiao.request.cases.SourceUpdate.Effect;
import org.yiqiao.request.intake.imports.RequestWriter.KnownRequest;

/** Decides the rows of one batch, and writes the requests that they create or update. */
final class RequestBatch {

    private static final int MAX_ATTEMPTS = 50;

    private final RequestWriter writer;
    private final OutcomePlan interruptedPlan;
    private final List<String> home;
    private final Map<String, RequestRows> rowsById = new LinkedHashMap<>();
    private final Map<String, ImportExternalRequest> creations = new LinkedHashMap<>();
    private final Map<String, KnownRequest> updates = new LinkedHashMap<>();
    private final List<RowResult> results = new ArrayList<>();

    /**
     * @param idPrefix prefix of the ids of the aggregates
     * @param interruptedPlan outcomes that an interrupted run planned for the same rows
     * @param home scopes of the importing operator's posts
     */
    RequestBatch(
            List<ImportRow> rows,
            String idPrefix,
            RequestWriter writer,
            OutcomePlan interruptedPlan,
            List<String> home) {
        this.writer = writer;
        this.interruptedPlan = interruptedPlan;
        this.home = home;
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            RowFault fault = row.fault();
            RequestRow request = row.request();
            results.add(fault == null ? RowResult.of(Effect.UNCHANGED) : RowResult.rejected(fault));
            if (request != null) {
                rowsById.computeIfAbsent(idPrefix + request.externalId(), any -> new RequestRows())
                        .add(i, request);
            }
        }
    }

    /** Decides all rows on the requests as they are now. */
    void decide() {
        Map<String, KnownRequest> known = rowsById.isEmpty() ? Map.of() : writer.find(rowsById.keySet());
        rowsById.forEach((id, rows) -> {
            KnownRequest request = known.get(id);
            if (request == null) {
                decideCreation(id, rows);
            } else if (decideUpdate(rows, request)) {
                updates.put(id, request);
            }
        });
    }

    /** Returns the outcomes as decided. */
    OutcomePlan plan() {
        return OutcomePlan.of(results.stream().map(RowResult::outcome).toList());
    }

    /** Writes the decided changes and returns the result of each row. */
    List<RowResult> write() {
        if (!creations.isEmpty()) {
            Map<String, CommandResult<Case>> created = writer.createAll(creations);
            creations.keySet().forEach(id -> {
                CommandResult<Case> result = created.get(id);
                if (result == null) { // another import was faster
                    decideAgain(id);
                } else {
                    completeCreation(rows(id), result);
                }
            });
        }
        updates.forEach(this::writeUpdate);
        return results;
    }

    private void decideCreation(String id, RequestRows rows) {
        ImportExternalRequest creation = rows.toCreation(home);
        creations.put(id, creation);
        results.set(rows.positions().getFirst(), RowResult.imported(false));
        setEffects(rows.positions().subList(1, rows.positions().size()), creation.laterEffects());
    }

    /** Returns whether the request changes. */
    private boolean decideUpdate(RequestRows rows, KnownRequest request) {
        SourceUpdate update = rows.toUpdate().applyTo(request.state());
        setEffects(rows.positions(), update.effects());
        for (int position : rows.positions()) {
            if (interruptedPlan.contains(position, RowOutcome.IMPORTED)) {
                results.set(position, RowResult.imported(isUnrouted(request.state())));
            }
        }
        return !update.events().isEmpty();
    }

    private void setEffects(List<Integer> positions, List<Effect> effects) {
        for (int i = 0; i < positions.size(); i++) {
            int position = positions.get(i);
            boolean isOwnUpdate =
                    effects.get(i) == Effect.UNCHANGED && interruptedPlan.contains(position, RowOutcome.UPDATED);
            results.set(position, RowResult.of(isOwnUpdate ? Effect.UPDATED : effects.get(i)));
        }
    }

    private void completeCreation(RequestRows rows, CommandResult<Case> result) {
        switch (result) {
            case CommandResult.Completed<Case> completed ->
                results.set(rows.positions().getFirst(), RowResult.imported(isUnrouted(completed.state())));
            case CommandResult.Rejected<Case>(var rejection) ->
                rows.positions().forEach(position -> results.set(position, RowResult.rejected(RowFault.of(rejection))));
        }
    }

    private void writeUpdate(String id, KnownRequest request) {
        if (!writer.update(id, request, rows(id).toUpdate())) {
            decideAgain(id);
        }
    }

    /** Decides the rows of a request that another command has changed, until the changes are written. */
    private void decideAgain(String id) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            KnownRequest request = writer.find(List.of(id)).get(id);
            if (request != null
                    && (!decideUpdate(rows(id), request) || writer.update(id, request, rows(id).toUpdate()))) {
                return;
            }
        }
        throw new IllegalStateException("The request " + id + " could not be updated");
    }

    private RequestRows rows(String id) {
        return rowsById.getOrDefault(id, new RequestRows());
    }

    private static boolean isUnrouted(Case state) {
        return state.whereabouts().path().isEmpty();
    }
}
