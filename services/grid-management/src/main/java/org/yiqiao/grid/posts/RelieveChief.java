package org.yiqiao.grid.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.TerritoryMap;

/** Relieves a grid's chief; the post is vacant until another is appointed. */
public record RelieveChief(@NotBlank @Size(max = 500) String reason)
        implements Command<GridPost, GridPostEvent, TerritoryMap> {

    @Override
    public Decision<GridPostEvent> decide(GridPost post, Context<TerritoryMap> context) {
        return post.chief() == null
                ? Rejection.conflict("grid-post.vacant").decided()
                : context.accept(new GridChiefRelieved(post.grid(), post.chief(), reason));
    }
}
