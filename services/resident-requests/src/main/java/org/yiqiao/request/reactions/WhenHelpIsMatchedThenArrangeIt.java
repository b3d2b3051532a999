package org.yiqiao.request.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.request.cases.ArrangeHelp;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.EndHelp;

/** Records on a request the social organizations that help with it. */
@Component
class WhenHelpIsMatchedThenArrangeIt implements Reaction<HelpEvent> {

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;

    WhenHelpIsMatchedThenArrangeIt(AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases) {
        this.cases = cases;
    }

    @Override
    public Class<HelpEvent> eventClass() {
        return HelpEvent.class;
    }

    @Override
    public void handle(EventEnvelope<? extends HelpEvent> event) {
        switch (event.event()) {
            case HelpMatched(var request, var organization, var path, var requester, var requestSeq) ->
                Reaction.checkResult(
                        cases.update(request, new ArrangeHelp(organization), Reaction.commandMetadata(event)));
            case HelpWithdrawn(var request, var organization, var reason) -> endHelp(event, request, organization);
            case HelpReleased(var request, var organization) -> endHelp(event, request, organization);
        }
    }

    private void endHelp(EventEnvelope<? extends HelpEvent> event, String request, String organization) {
        Reaction.checkResult(cases.update(request, new EndHelp(organization), Reaction.commandMetadata(event)));
    }
}
