package org.yiqiao.request.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.SubmitMatter;

/** Submits a request for every matter that a patrol reported. The request has the id of the matter. */
@Component
class WhenMatterIsReportedThenSubmit implements Reaction<MatterEvent> {

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;

    WhenMatterIsReportedThenSubmit(AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases) {
        this.cases = cases;
    }

    @Override
    public Class<MatterEvent> eventClass() {
        return MatterEvent.class;
    }

    @Override
    public void handle(EventEnvelope<? extends MatterEvent> event) {
        switch (event.event()) {
            case MatterReported(var service, var description, var point, var path, var reporter) ->
                Reaction.checkResult(cases.create(
                        event.subject(),
                        new SubmitMatter(service, description, point, path, reporter),
                        Reaction.commandMetadata(event)));
        }
    }
}
