package org.yiqiao.organization.replicas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
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

/** A projection of the status of each request, which claims of help depend on. */
@Component
public class KnownRequests implements Projection<CaseEvent, KnownRequests.RequestStatus> {

    private final RowStore<RequestStatus> rows;

    KnownRequests(EventProcessorFactory processorFactory) {
        this.rows = processorFactory.rowStore(this);
    }

    /**
     * The status of a request.
     *
     * @param requester pseudonymous id of the requester; null if unknown, or in a row from before it was kept
     */
    public record RequestStatus(
            boolean open,
            @Nullable RequestKind kind,
            List<String> path,
            @Nullable String requester) {

        RequestStatus withOpen(boolean isOpen) {
            return new RequestStatus(isOpen, kind, path, requester);
        }

        RequestStatus withKind(RequestKind newKind) {
            return new RequestStatus(open, newKind, path, requester);
        }

        RequestStatus withPath(List<String> newPath) {
            return new RequestStatus(open, kind, newPath, requester);
        }
    }

    public Optional<RequestStatus> find(String request) {
        return Optional.ofNullable(rows.load(List.of(request)).get(request)).map(ProjectionRow::content);
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
        if (event.event() instanceof RequestSubmitted submitted) {
            return new RequestStatus(true, submitted.kind(), submitted.path(), submitted.requester());
        }
        return known == null
                ? null
                : switch (event.event()) {
                    case RequestRouted routed -> known.withPath(routed.path());
                    case RequestClassified classified -> known.withKind(classified.kind());
                    case RequestClosed closed -> known.withOpen(false);
                    case RequestReopened reopened -> known.withOpen(true);
                    default -> known;
                };
    }
}
