package org.yiqiao.organization.organizations;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.contracts.SocialOrganizationEvent.OrganizationFiled;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.TerritoryMap;

/** The aggregate type of social organizations. */
public record SocialOrganizationAggregateType(Supplier<TerritoryMap> territory)
        implements AggregateType<SocialOrganization, SocialOrganizationEvent, TerritoryMap> {

    @Override
    public Class<SocialOrganization> stateClass() {
        return SocialOrganization.class;
    }

    @Override
    public Class<SocialOrganizationEvent> eventClass() {
        return SocialOrganizationEvent.class;
    }

    @Override
    public SocialOrganization evolve(
            @Nullable SocialOrganization before, TimestampedEvent<? extends SocialOrganizationEvent> timestamped) {
        return switch (timestamped.event()) {
            case OrganizationFiled(var name, var type, var path) ->
                new SocialOrganization(name, type, path, timestamped.time());
        };
    }

    @Override
    public Jurisdiction jurisdiction(SocialOrganization organization) {
        return Jurisdiction.of(organization.path());
    }

    @Override
    public Ownership ownership(String id, SocialOrganization organization, TerritoryMap facts) {
        return Ownership.ofPath(organization.path()).withOrganization(id);
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
