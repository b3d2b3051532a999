package org.yiqiao.request.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.core.processing.RetryLaterException;
import org.yiqiao.request.replicas.GridChiefs;

/**
 * Hands over the open cases of a grid when its chief changes.
 *
 * <p>The reaction first waits until the replica of grid chiefs has processed the event. Every case that is dispatched
 * from then on goes to the current chief. The cases follow the replica and not the content of the event. An old event
 * that is delivered again therefore cannot bring a relieved chief back.
 */
@Component
class WhenGridChiefChangesThenHandOver implements Reaction<GridPostEvent> {

    private final GridChiefs chiefs;
    private final CaseHandover handover;

    WhenGridChiefChangesThenHandOver(GridChiefs chiefs, CaseHandover handover) {
        this.chiefs = chiefs;
        this.handover = handover;
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public void handle(EventEnvelope<? extends GridPostEvent> event) {
        if (!chiefs.hasProcessed(event.subject(), event.seq())) {
            throw new RetryLaterException("The replica of grid chiefs has not processed " + event.id() + " yet");
        }
        handover.handOver(event.subject(), event.correlationId(), event.id());
    }
}
