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
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Row;
import org.yiqiao.core.feed.RowStore;

/** What this service has to know of requests to let organizations help with them. */
@Component
public class KnownRequests implements Projection<CaseEvent, KnownRequests.KnownRequest> {

    private final RowStore<KnownRequest> rows;

    KnownRequests(Feeds feeds) {
        this.rows = feeds.rows(this);
    }

    public record KnownRequest(boolean open, @Nullable RequestKind kind, List<String> path) {}

    public Optional<KnownRequest> of(String request) {
        return Optional.ofNullable(rows.load(List.of(request)).get(request)).map(Row::content);
    }

    @Override
    public Class<CaseEvent> events() {
        return CaseEvent.class;
    }

    @Override
    public Class<KnownRequest> row() {
        return KnownRequest.class;
    }

    @Override
    public @Nullable KnownRequest apply(@Nullable KnownRequest known, Envelope<? extends CaseEvent> event) {
        if (event.event() instanceof RequestSubmitted submitted) {
            return new KnownRequest(true, submitted.kind(), submitted.path());
        }
        return known == null
                ? null
                : switch (event.event()) {
                    case RequestRouted routed -> new KnownRequest(known.open(), known.kind(), routed.path());
                    case RequestClassified classified ->
                        new KnownRequest(known.open(), classified.kind(), known.path());
                    case RequestClosed closed -> new KnownRequest(false, known.kind(), known.path());
                    case RequestReopened reopened -> new KnownRequest(true, known.kind(), known.path());
                    default -> known;
                };
    }
}
