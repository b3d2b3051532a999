package org.yiqiao.grid.matters;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Reports a matter that a patrol found in the territory.
 *
 * @param service what it is about
 * @param description of a public place or thing; it is published, so it names no person
 */
public record ReportMatter(
        @NotBlank @Size(max = 200) String service,
        @NotBlank @Size(max = 4000) String description,
        @NotNull Point location)
        implements Creation<MatterEvent, TerritoryMap> {

    @Override
    public Decision<MatterEvent> decide(Context<TerritoryMap> context) {
        List<String> path = context.facts().locate(location);
        return path.isEmpty()
                ? Rejection.invalid("matter.outside").decided()
                : context.accept(new MatterReported(service, description, location, path, context.actor()));
    }
}
