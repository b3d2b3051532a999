package org.yiqiao.organization.organizations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yiqiao.contracts.OrganizationType;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.contracts.SocialOrganizationEvent.OrganizationFiled;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Files an organization (备案) with its community. A filed organization can help with requests.
 *
 * @param name name of the organization
 * @param type type of the organization
 * @param community code of a community in the territory
 */
public record FileOrganization(
        @NotBlank @Size(max = 200) String name,
        @NotNull OrganizationType type,
        @NotBlank String community) implements CreateCommand<SocialOrganizationEvent, TerritoryMap> {

    private static final int COMMUNITY_DEPTH = 2;

    @Override
    public Decision<SocialOrganizationEvent> decide(DecisionContext<TerritoryMap> context) {
        List<String> path = context.facts().path(community);
        return path.size() == COMMUNITY_DEPTH
                ? context.accept(new OrganizationFiled(name, type, path))
                : Rejection.invalid("community.unknown")
                        .withDetail("community", community)
                        .toDecision();
    }
}
