package org.yiqiao.organization.organizations;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.contracts.SocialOrganizationEvent.OrganizationFiled;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.support.territory.TerritoryMap;

/** Organizations as aggregates. */
public record SocialOrganizationAggregate(Supplier<TerritoryMap> territory)
        implements Aggregate<SocialOrganization, SocialOrganizationEvent, TerritoryMap> {

    @Override
    public Class<SocialOrganization> state() {
        return SocialOrganization.class;
    }

    @Override
    public Class<SocialOrganizationEvent> events() {
        return SocialOrganizationEvent.class;
    }

    @Override
    public SocialOrganization evolve(
            @Nullable SocialOrganization before, Occurrence<? extends SocialOrganizationEvent> occurrence) {
        return switch (occurrence.event()) {
            case OrganizationFiled(var name, var type, var path) ->
                new SocialOrganization(name, type, path, occurrence.at());
        };
    }

    @Override
    public Scope scope(SocialOrganization organization) {
        return Scope.of(organization.path());
    }

    @Override
    public Belonging belonging(String id, SocialOrganization organization, TerritoryMap facts) {
        return Belonging.in(organization.path()).andOrganization(id);
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
