package org.yiqiao.request.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.request.cases.ArrangeHelp;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.EndHelp;
import org.yiqiao.request.cases.Neighbourhood;

/** Shows on a request which social organizations help with it. */
@Component
class WhenHelpIsMatchedThenArrangeIt implements Reaction<HelpEvent> {

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;

    WhenHelpIsMatchedThenArrangeIt(CommandHandler<Case, CaseEvent, Neighbourhood> cases) {
        this.cases = cases;
    }

    @Override
    public Class<HelpEvent> events() {
        return HelpEvent.class;
    }

    @Override
    public void on(Envelope<? extends HelpEvent> event) {
        switch (event.event()) {
            case HelpMatched(var request, var organization, var path) ->
                Reaction.heed(cases.change(request, new ArrangeHelp(organization), Reaction.origin(event)));
            case HelpWithdrawn(var request, var organization, var reason) ->
                Reaction.heed(cases.change(request, new EndHelp(organization), Reaction.origin(event)));
        }
    }
}
