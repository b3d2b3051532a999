package org.yiqiao.organization.replicas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpConcluded;
import org.yiqiao.contracts.CaseEvent.HelpDeclined;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.RowStore;

/**
 * A projection of the status of each request, which claims of help depend on. It also passes on the help that a case
 * has ended: a reaction of its own would store another row for each case.
 */
@Component
public class KnownRequests implements Projection<CaseEvent, KnownRequests.RequestStatus> {

    private final RowStore<RequestStatus> rows;
    private final ObjectProvider<EndedHelpListener> endedHelpListeners;

    /** @param endedHelpListeners resolved when help ends, because the listeners depend on this projection */
    KnownRequests(EventProcessorFactory processorFactory, ObjectProvider<EndedHelpListener> endedHelpListeners) {
        this.rows = processorFactory.rowStore(this);
        this.endedHelpListeners = endedHelpListeners;
    }

    /**
     * The status of a request.
     *
     * @param requester pseudonymous id of the requester; null if unknown, or in a row from before it was kept
     * @param endedHelp latest help that a closing ended; null if there was none, or after help was arranged again. It
     *     outlasts a reopening, because several events can change a row before the listeners are notified.
     */
    public record RequestStatus(
            boolean open,
            @Nullable RequestKind kind,
            List<String> path,
            @Nullable String requester,
            @Nullable EndedHelp endedHelp) {

        RequestStatus withOpen(boolean isOpen) {
            return new RequestStatus(isOpen, kind, path, requester, endedHelp);
        }

        RequestStatus withEndedHelp(@Nullable EndedHelp ended) {
            return new RequestStatus(open, kind, path, requester, ended);
        }

        RequestStatus withKind(RequestKind newKind) {
            return new RequestStatus(open, newKind, path, requester, endedHelp);
        }

        RequestStatus withPath(List<String> newPath) {
            return new RequestStatus(open, kind, newPath, requester, endedHelp);
        }
    }

    public Optional<KnownRequest> find(String request) {
        return Optional.ofNullable(rows.load(List.of(request)).get(request)).flatMap(KnownRequests::toKnownRequest);
    }

    private static Optional<KnownRequest> toKnownRequest(ProjectionRow<RequestStatus> row) {
        return Optional.ofNullable(row.content()).map(status -> new KnownRequest(status, row.lastSeq()));
    }

    @Override
    public Class<CaseEvent> eventClass() {
        return CaseEvent.class;
    }

    @Override
    public Class<RequestStatus> rowClass() {
        return RequestStatus.class;
    }

    @Override
    public @Nullable RequestStatus apply(@Nullable RequestStatus known, EventEnvelope<? extends CaseEvent> event) {
        return fold(known, event);
    }

    /** Returns the status of a request after the event; null if the request is unknown. */
    public static @Nullable RequestStatus fold(
            @Nullable RequestStatus known, EventEnvelope<? extends CaseEvent> event) {
        if (event.event() instanceof RequestSubmitted submitted) {
            return new RequestStatus(true, submitted.kind(), submitted.path(), submitted.requester(), null);
        }
        return known == null
                ? null
                : switch (event.event()) {
                    case RequestRouted routed -> known.withPath(routed.path());
                    case RequestClassified classified -> known.withKind(classified.kind());
                    case RequestClosed closed -> known.withOpen(false);
                    case RequestReopened reopened -> known.withOpen(true);
                    case HelpArranged arranged -> known.withEndedHelp(null);
                    case HelpConcluded(var organization) -> known.withEndedHelp(EndedHelp.by(event, organization));
                    case HelpDeclined(var organization) -> known.withEndedHelp(EndedHelp.by(event, organization));
                    default -> known;
                };
    }

    @Override
    public void updateDerivedData(List<ProjectionRow<RequestStatus>> touched) {
        for (ProjectionRow<RequestStatus> row : touched) {
            RequestStatus request = row.content();
            if (request != null && request.endedHelp() != null) {
                EndedHelp ended = request.endedHelp();
                endedHelpListeners.forEach(listener -> listener.helpEnded(row.id(), ended));
            }
        }
    }
}
