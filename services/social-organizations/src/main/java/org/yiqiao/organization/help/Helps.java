package org.yiqiao.organization.help;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;

/** Helps as aggregates, by the id of the request: so a request has one helper at a time. */
public record Helps(Supplier<OpenNeeds> needs) implements Aggregate<Help, HelpEvent, OpenNeeds> {

    @Override
    public Class<Help> state() {
        return Help.class;
    }

    @Override
    public Class<HelpEvent> events() {
        return HelpEvent.class;
    }

    @Override
    public Help initial(String request) {
        return new Help(request, null, List.of());
    }

    @Override
    public Help evolve(@Nullable Help before, Occurrence<? extends HelpEvent> occurrence) {
        return switch (occurrence.event()) {
            case HelpMatched(var request, var organization, var path) -> new Help(request, organization, path);
            case HelpWithdrawn(var request, var organization, var reason) ->
                new Help(request, null, before == null ? List.of() : before.path());
        };
    }

    @Override
    public Scope scope(Help help) {
        return Scope.of(help.path());
    }

    @Override
    public Belonging belonging(String request, Help help, OpenNeeds facts) {
        return Belonging.in(help.path()).andOrganization(help.organization());
    }

    @Override
    public OpenNeeds facts() {
        return needs.get();
    }
}
