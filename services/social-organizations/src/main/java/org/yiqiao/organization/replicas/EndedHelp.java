package org.yiqiao.organization.replicas;

import org.yiqiao.core.envelope.EventEnvelope;

/**
 * The latest help that the case of a request has ended, because the request was closed.
 *
 * @param seq sequence number of the event in the case
 * @param event id of this event
 * @param correlation correlation id of this event
 */
public record EndedHelp(String organization, long seq, String event, String correlation) {

    static EndedHelp by(EventEnvelope<?> event, String organization) {
        return new EndedHelp(organization, event.seq(), event.id(), event.correlationId());
    }
}
