package org.yiqiao.request.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.cases.Submit;

/** Opens a request for every matter that a patrol reported, under the matter's id. */
@Component
class WhenMatterIsReportedThenSubmit implements Reaction<MatterEvent> {

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;

    WhenMatterIsReportedThenSubmit(CommandHandler<Case, CaseEvent, Neighbourhood> cases) {
        this.cases = cases;
    }

    @Override
    public Class<MatterEvent> events() {
        return MatterEvent.class;
    }

    @Override
    public void on(Envelope<? extends MatterEvent> event) {
        switch (event.event()) {
            case MatterReported(var service, var description, var point, var path, var reporter) ->
                Reaction.heed(cases.create(
                        event.subject(),
                        new Submit(
                                service,
                                RequestKind.REPORT,
                                Channel.GRID_MEMBER,
                                reporter,
                                null,
                                description,
                                null,
                                point),
                        Reaction.origin(event)));
        }
    }
}
