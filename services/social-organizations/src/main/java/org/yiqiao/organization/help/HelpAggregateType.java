package org.yiqiao.organization.help;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;

/** The aggregate type of help, identified by the id of the request, so that a request has one helper at a time. */
public record HelpAggregateType(Supplier<HelpDecisionFacts> factsSupplier)
        implements AggregateType<Help, HelpEvent, HelpDecisionFacts> {

    @Override
    public Class<Help> stateClass() {
        return Help.class;
    }

    @Override
    public Class<HelpEvent> eventClass() {
        return HelpEvent.class;
    }

    @Override
    public Help initialState(String request) {
        return Help.none(request);
    }

    @Override
    public Help evolve(@Nullable Help before, TimestampedEvent<? extends HelpEvent> timestamped) {
        return switch (timestamped.event()) {
            case HelpMatched(var request, var organization, var path, var requester, var requestSeq) ->
                helpBefore(before, request).withOrganization(organization, path, requester, requestSeq);
            case HelpWithdrawn(var request, var organization, var reason) ->
                helpBefore(before, request).withWithdrawal(new Withdrawal(timestamped.time(), organization, reason));
            case HelpReleased(var request, var organization) ->
                helpBefore(before, request).withRelease(new Release(timestamped.time(), organization));
        };
    }

    private static Help helpBefore(@Nullable Help before, String request) {
        return before == null ? Help.none(request) : before;
    }

    @Override
    public Jurisdiction jurisdiction(Help help) {
        return Jurisdiction.of(help.path());
    }

    /** The owner is the organization that helps. Until the next claim, it is the one that was released last. */
    @Override
    public Ownership ownership(String request, Help help, HelpDecisionFacts facts) {
        return Ownership.ofPath(help.path())
                .withOrganization(help.organization() == null ? help.releasedOrganization() : help.organization());
    }

    @Override
    public @Nullable String dataSubject(Help help) {
        return help.requester();
    }

    @Override
    public Help mask(Help help, String caller, Set<Post> posts) {
        return help.masked();
    }

    @Override
    public HelpDecisionFacts facts() {
        return factsSupplier.get();
    }
}
