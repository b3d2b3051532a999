package org.yiqiao.grid.matters;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.privacy.ContactDataDetector;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Reports a matter that a patrol found in the territory.
 *
 * @param service name of the service that the matter concerns
 * @param description description of a public place or thing; it is published, so it names no person and contains no
 *     contact
 * @param location position of the matter
 */
public record ReportMatter(
        @NotBlank @Size(max = RequestedServiceNameValidator.MAX_LENGTH)
        String service,

        @NotBlank @Size(max = 4000) String description,
        @NotNull Point location)
        implements CreateCommand<MatterEvent, TerritoryMap> {

    @Override
    public Decision<MatterEvent> decide(DecisionContext<TerritoryMap> context) {
        Optional<Rejection> rejection = RequestedServiceNameValidator.validate(service, context.facts()::contains);
        if (rejection.isPresent()) {
            return rejection.get().toDecision();
        }
        if (ContactDataDetector.containsContactData(description, context.facts()::contains)) {
            return Rejection.invalid("matter.has-contact").toDecision();
        }
        List<String> path = context.facts().locate(location);
        return path.isEmpty()
                ? outside(context.facts()).toDecision()
                : context.accept(new MatterReported(service, description, location, path, context.actor()));
    }

    private Rejection outside(TerritoryMap territory) {
        return territory
                .townshipWhenSwapped(location)
                .map(township -> Rejection.invalid("matter.coordinates-swapped").withDetail("township", township))
                .orElseGet(() -> Rejection.invalid("matter.outside"));
    }
}
