package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpDeclined;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.organization.help.Claim;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.help.HelpAggregateType;
import org.yiqiao.organization.help.HelpDecisionFacts;
import org.yiqiao.organization.help.ReleaseHelp;
import org.yiqiao.organization.help.Withdraw;
import org.yiqiao.organization.replicas.EndedHelp;
import org.yiqiao.organization.replicas.KnownRequest;
import org.yiqiao.organization.replicas.KnownRequests;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;
import org.yiqiao.request.cases.ArrangeHelp;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CaseStage;
import org.yiqiao.request.cases.Close;
import org.yiqiao.request.cases.EndHelp;
import org.yiqiao.request.cases.Reopen;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Claims, withdrawals, the closing and the reopening of a request in every order, with every delay and repetition of
 * the events between both services. In the end both services name the same helper, and nobody helps a closed request.
 */
class HelpConvergenceTest {

    private static final String REQUEST = "request-1";
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final CaseDecisionFacts CASE_FACTS =
            new CaseDecisionFacts(TerritoryMap.EMPTY, grid -> Optional.empty());
    private static final CaseAggregateType CASE_TYPE = new CaseAggregateType(() -> CASE_FACTS);

    /** A step of a person. */
    private enum Step {
        CLAIM_BY_FIRST,
        CLAIM_BY_SECOND,
        WITHDRAW,
        CLAIM_AGAIN_BY_FIRST,
        CLOSE,
        REOPEN_AND_VERIFY,
        CLOSE_AGAIN
    }

    /**
     * Both services and the events between them.
     *
     * @param request the status of the request in the replica of social organizations
     * @param toCase events of the help that the case has not processed
     * @param toHelp events of the case that the help has not processed
     * @param repeatedToCase the last event that the case processed, which can be delivered again
     * @param repeatable whether social organizations can process its last events once more
     * @param unnotified whether the replica has changed since the help was notified
     * @param caseSeq sequence number of the last event of the case
     * @param claimedAnew whether the help was claimed with the knowledge of the reopening, and not withdrawn or closed
     */
    private record World(
            Case state,
            Help help,
            RequestStatus request,
            List<HelpEvent> toCase,
            List<CaseEvent> toHelp,
            Set<Step> left,
            @Nullable HelpEvent repeatedToCase,
            boolean repeatable,
            boolean unnotified,
            int caseSeq,
            boolean claimedAnew) {}

    private final Set<World> seen = new HashSet<>();
    private int ends;
    private int declined;
    private int helpedAtTheEnd;
    private int claimedAnewAtTheEnd;

    @Test
    void bothServicesAgreeAfterEveryInterleaving() {
        explore(new World(
                verifiedCase(),
                new HelpAggregateType(() -> facts(status(true), 0)).initialState(REQUEST),
                status(true),
                List.of(),
                List.of(),
                EnumSet.allOf(Step.class),
                null,
                false,
                false,
                0,
                false));

        assertThat(ends).isGreaterThan(1_000);
        assertThat(declined).isPositive();
        assertThat(helpedAtTheEnd).isPositive();
        assertThat(claimedAnewAtTheEnd).isPositive();
    }

    private void explore(World world) {
        if (!seen.add(world)) {
            return;
        }
        if (world.toCase().isEmpty() && world.toHelp().isEmpty() && !world.unnotified()) {
            requireAgreement(world);
        }
        for (Step step : world.left()) {
            explore(act(world, step));
        }
        if (!world.toCase().isEmpty()) {
            HelpEvent next = world.toCase().getFirst();
            explore(deliverToCase(
                    new World(
                            world.state(),
                            world.help(),
                            world.request(),
                            tail(world.toCase()),
                            world.toHelp(),
                            world.left(),
                            next,
                            world.repeatable(),
                            world.unnotified(),
                            world.caseSeq(),
                            world.claimedAnew()),
                    next));
        }
        if (world.repeatedToCase() != null) {
            explore(deliverToCase(withoutRepetition(world), world.repeatedToCase()));
        }
        if (world.unnotified()) {
            explore(notifyHelp(world));
        }
        if (world.repeatable()) {
            explore(withReplica(world, world.request(), world.toHelp(), false));
        }
        if (!world.toHelp().isEmpty()) {
            RequestStatus status = KnownRequests.fold(
                    world.request(),
                    envelope(knownSeq(world) + 1, world.toHelp().getFirst()));
            explore(withReplica(world, Objects.requireNonNull(status), tail(world.toHelp()), true));
        }
    }

    private void requireAgreement(World world) {
        ends++;
        List<String> helpers = world.state().handling().helpers();
        assertThat(helpers)
                .as(
                        "history %s, releases %s",
                        world.state().past(), world.help().releases())
                .isEqualTo(Optional.ofNullable(world.help().organization()).stream()
                        .toList());
        if (world.state().stage() == CaseStage.CLOSED) {
            assertThat(helpers).isEmpty();
        }
        helpedAtTheEnd += helpers.size();
        if (world.claimedAnew()) {
            assertThat(helpers)
                    .as("helpers after a claim of the reopened request")
                    .hasSize(1);
            claimedAnewAtTheEnd++;
        }
    }

    private World act(World world, Step step) {
        Set<Step> left = EnumSet.noneOf(Step.class);
        left.addAll(world.left());
        left.remove(step);
        World after = new World(
                world.state(),
                world.help(),
                world.request(),
                world.toCase(),
                world.toHelp(),
                left,
                world.repeatedToCase(),
                world.repeatable(),
                world.unnotified(),
                world.caseSeq(),
                world.claimedAnew());
        return switch (step) {
            case CLAIM_BY_FIRST, CLAIM_AGAIN_BY_FIRST -> claim(after, "organization-1");
            case CLAIM_BY_SECOND -> claim(after, "organization-2");
            case WITHDRAW -> withClaimedAnew(updateHelp(after, new Withdraw("no time")), false);
            case CLOSE, CLOSE_AGAIN -> withClaimedAnew(updateCase(after, new Close()), false);
            case REOPEN_AND_VERIFY -> verify(updateCase(after, new Reopen("not solved")));
        };
    }

    private World claim(World world, String organization) {
        World claimed = updateHelp(world, new Claim(organization));
        boolean isReopeningKnown = !world.left().contains(Step.REOPEN_AND_VERIFY)
                && world.state().stage() != CaseStage.CLOSED
                && world.request().open()
                && world.toHelp().stream().noneMatch(RequestReopened.class::isInstance);
        boolean isAccepted = organization.equals(claimed.help().organization());
        return isReopeningKnown && isAccepted ? withClaimedAnew(claimed, true) : claimed;
    }

    private static World withClaimedAnew(World world, boolean claimedAnew) {
        return new World(
                world.state(),
                world.help(),
                world.request(),
                world.toCase(),
                world.toHelp(),
                world.left(),
                world.repeatedToCase(),
                world.repeatable(),
                world.unnotified(),
                world.caseSeq(),
                claimedAnew);
    }

    /** Returns the sequence number of the last event that the replica has processed. */
    private static int knownSeq(World world) {
        return world.caseSeq() - world.toHelp().size();
    }

    /** The case processes an event of the help, as the reaction of resident requests does. */
    private World deliverToCase(World world, HelpEvent event) {
        return switch (event) {
            case HelpMatched(var request, var organization, var path, var requester, var requestSeq) ->
                updateCase(world, new ArrangeHelp(organization));
            case HelpWithdrawn(var request, var organization, var reason) ->
                updateCase(world, new EndHelp(organization));
            case HelpReleased(var request, var organization) -> updateCase(world, new EndHelp(organization));
        };
    }

    /** The replica has processed events of the case. The help is notified then or after more events. */
    private static World withReplica(World world, RequestStatus status, List<CaseEvent> left, boolean repeatable) {
        return new World(
                world.state(),
                world.help(),
                status,
                world.toCase(),
                left,
                world.left(),
                world.repeatedToCase(),
                repeatable,
                true,
                world.caseSeq(),
                world.claimedAnew());
    }

    private World notifyHelp(World world) {
        World notified = new World(
                world.state(),
                world.help(),
                world.request(),
                world.toCase(),
                world.toHelp(),
                world.left(),
                world.repeatedToCase(),
                world.repeatable(),
                false,
                world.caseSeq(),
                world.claimedAnew());
        EndedHelp ended = world.request().endedHelp();
        if (ended == null) {
            return notified;
        }
        World after = updateHelp(notified, new ReleaseHelp(ended.organization(), ended.seq()));
        if (world.claimedAnew()) {
            assertThat(after.help())
                    .as("help after a claim of the reopened request and the event %s", ended.seq())
                    .isEqualTo(world.help());
        }
        return after;
    }

    private static EventEnvelope<CaseEvent> envelope(int seq, CaseEvent event) {
        return new EventEnvelope<>(
                "event", REQUEST, seq, NOW, NOW, Jurisdiction.of(List.of()), "correlation", null, event);
    }

    /** A reopened case is handled until it can be closed again; another stage stays as it is. */
    private static World verify(World world) {
        if (world.state().stage() == CaseStage.CLOSED || world.state().stage() == CaseStage.VERIFIED) {
            return world;
        }
        Case verified =
                CASE_TYPE.evolve(world.state(), new TimestampedEvent<>(new ResolutionVerified("verifier-1"), NOW));
        return new World(
                verified,
                world.help(),
                world.request(),
                world.toCase(),
                world.toHelp(),
                world.left(),
                world.repeatedToCase(),
                world.repeatable(),
                world.unnotified(),
                world.caseSeq(),
                world.claimedAnew());
    }

    private World updateCase(World world, UpdateCommand<Case, CaseEvent, CaseDecisionFacts> command) {
        List<CaseEvent> events = new ArrayList<>(world.toHelp());
        Case after = update(CASE_TYPE, world.state(), command, events);
        declined += events.stream().anyMatch(HelpDeclined.class::isInstance) ? 1 : 0;
        return new World(
                after,
                world.help(),
                world.request(),
                world.toCase(),
                events,
                world.left(),
                world.repeatedToCase(),
                world.repeatable(),
                world.unnotified(),
                world.caseSeq() + events.size() - world.toHelp().size(),
                world.claimedAnew());
    }

    private World updateHelp(World world, UpdateCommand<Help, HelpEvent, HelpDecisionFacts> command) {
        List<HelpEvent> events = new ArrayList<>(world.toCase());
        Help after = update(
                new HelpAggregateType(() -> facts(world.request(), knownSeq(world))), world.help(), command, events);
        return new World(
                world.state(),
                after,
                world.request(),
                events,
                world.toHelp(),
                world.left(),
                world.repeatedToCase(),
                world.repeatable(),
                world.unnotified(),
                world.caseSeq(),
                world.claimedAnew());
    }

    /** Appends the events of the command and returns the state after them; a rejected command changes nothing. */
    private static <S, E extends DomainEvent, F> S update(
            AggregateType<S, E, F> type, S state, UpdateCommand<S, E, F> command, List<E> events) {
        Decision<E> decision = command.decide(state, new DecisionContext<>(NOW, "person-1", type.facts()));
        S after = state;
        if (decision instanceof Decision.Accepted<E>(var happened)) {
            for (TimestampedEvent<E> event : happened) {
                after = type.evolve(after, event);
                events.add(event.event());
            }
        }
        return Objects.requireNonNull(after);
    }

    private static HelpDecisionFacts facts(RequestStatus request, long seq) {
        return new HelpDecisionFacts(
                id -> Optional.of(new KnownRequest(request, seq)), organization -> true, person -> false);
    }

    private static RequestStatus status(boolean open) {
        return new RequestStatus(open, RequestKind.HELP, List.of(), null, null);
    }

    private static Case verifiedCase() {
        Case state = CASE_TYPE.evolve(
                null,
                new TimestampedEvent<>(
                        new RequestSubmitted(
                                "Home help",
                                null,
                                RequestKind.HELP,
                                IntakeChannel.PHONE,
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        NOW));
        return CASE_TYPE.evolve(state, new TimestampedEvent<>(new ResolutionVerified("verifier-1"), NOW));
    }

    private static World withoutRepetition(World world) {
        return new World(
                world.state(),
                world.help(),
                world.request(),
                world.toCase(),
                world.toHelp(),
                world.left(),
                null,
                world.repeatable(),
                world.unnotified(),
                world.caseSeq(),
                world.claimedAnew());
    }

    private static <T> List<T> tail(List<T> list) {
        return list.subList(1, list.size());
    }
}
