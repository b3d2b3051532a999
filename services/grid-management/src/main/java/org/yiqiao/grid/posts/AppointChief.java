package org.yiqiao.grid.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.PersonIdSyntax;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Appoints the chief of a grid. A grid has at most one chief. The appointment of the current chief does nothing, except
 * that it records a new name.
 *
 * @param person pseudonymous id of the chief, as in the chief's token
 * @param name name of the chief, stored in this service only; if absent or blank, the known name remains
 */
public record AppointChief(
        @NotBlank @Pattern(regexp = PersonIdSyntax.PATTERN, message = "{person.id}")
        String person,

        @Nullable @Size(max = 100) String name)
        implements UpdateCommand<GridPost, GridPostEvent, TerritoryMap> {

    public AppointChief {
        name = name == null || name.isBlank() ? null : name;
    }

    @Override
    public Decision<GridPostEvent> decide(GridPost post, DecisionContext<TerritoryMap> context) {
        if (context.facts()
                .place(post.grid())
                .filter(place -> place.level() == TerritoryLevel.GRID)
                .isEmpty()) {
            return Rejection.notFound("grid.unknown")
                    .withDetail("grid", post.grid())
                    .toDecision();
        }
        if (person.equals(post.chief()) && (name == null || name.equals(post.name()))) {
            return context.acceptWithoutEvents();
        }
        return post.chief() == null || post.chief().equals(person)
                ? context.accept(new GridChiefAppointed(post.grid(), person, name))
                : Rejection.conflict("grid-post.occupied")
                        .withDetail("chief", post.chief())
                        .toDecision();
    }
}
