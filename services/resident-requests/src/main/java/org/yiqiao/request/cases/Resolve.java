package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/** The handler reports what was done. */
public record Resolve(@NotBlank @Size(max = 4000) String measures) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        if (state.stage() != Stage.ACCEPTED) {
            return CaseCommand.notIn(state.stage()).decided();
        }
        return context.actor().equals(state.handling().handler())
                ? context.accept(new ResolutionReported(context.actor(), measures))
                : CaseCommand.notHandler(context).decided();
    }
}
