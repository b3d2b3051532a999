package org.yiqiao.organization.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.ProcessedCommands.SourceEvent;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.help.HelpDecisionFacts;
import org.yiqiao.organization.help.ReleaseHelp;
import org.yiqiao.organization.replicas.EndedHelp;
import org.yiqiao.organization.replicas.EndedHelpListener;

/** Releases the organizations that the closing of a request has freed. A repeated call has no further effect. */
@Component
class HelpReleaser implements EndedHelpListener {

    private final AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps;

    HelpReleaser(AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps) {
        this.helps = helps;
    }

    @Override
    public void helpEnded(String request, EndedHelp ended) {
        CommandMetadata metadata =
                CommandMetadata.ofReaction(ended.correlation(), ended.event(), new SourceEvent(request, ended.seq()));
        Reaction.checkResult(helps.update(request, new ReleaseHelp(ended.organization(), ended.seq()), metadata));
    }
}
