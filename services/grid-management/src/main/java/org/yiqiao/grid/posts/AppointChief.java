package org.yiqiao.grid.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.PersonId;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Appoints the one who answers for a grid; there is one at a time.
 *
 * @param person pseudonymous id, as their token says it
 * @param name stays with this service
 */
public record AppointChief(
        @NotBlank @Pattern(regexp = PersonId.PATTERN) String person,
        @Nullable @Size(max = 100) String name) implements Command<GridPost, GridPostEvent, TerritoryMap> {

    @Override
    public Decision<GridPostEvent> decide(GridPost post, Context<TerritoryMap> context) {
        if (context.facts()
                .place(post.grid())
                .filter(place -> place.level() == Level.GRID)
                .isEmpty()) {
            return Rejection.notFound("grid.unknown").with("grid", post.grid()).decided();
        }
        if (person.equals(post.chief())) {
            return context.nothingToDo();
        }
        return post.chief() == null
                ? context.accept(new GridChiefAppointed(post.grid(), person, name))
                : Rejection.conflict("grid-post.occupied")
                        .with("chief", post.chief())
                        .decided();
    }
}
