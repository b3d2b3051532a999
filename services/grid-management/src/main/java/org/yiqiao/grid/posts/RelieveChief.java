package org.yiqiao.grid.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Relieves a grid's chief. The post stays vacant until the next appointment, and keeps the reason.
 *
 * <p>Resident requests hands the open cases of the chief to the successor or, without one, back to be dispatched.
 *
 * @param reason reason for the relief, without names
 */
public record RelieveChief(@NotBlank @Size(max = 500) String reason)
        implements UpdateCommand<GridPost, GridPostEvent, TerritoryMap> {

    @Override
    public Decision<GridPostEvent> decide(GridPost post, DecisionContext<TerritoryMap> context) {
        return post.chief() == null
                ? Rejection.conflict("grid-post.vacant").toDecision()
                : context.accept(new GridChiefRelieved(post.grid(), post.chief(), reason));
    }
}
