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
import org.yiqiao.standalone.HelpExchange.Step;
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

    private final Set<HelpExchange> seen = new HashSet<>();
    private int ends;
    private int declined;
    private int helpedAtTheEnd;
    private int claimedAnewAtTheEnd;

    @Test
    void bothServicesAgreeAfterEveryInterleaving() {
        explore(new HelpExchange(
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

    private void explore(HelpExchange exchange) {
        if (!seen.add(exchange)) {
            return;
        }
        if (exchange.toCase().isEmpty() && exchange.toHelp().isEmpty() && !exchange.unnotified()) {
            requireAgreement(exchange);
        }
        for (Step step : exchange.left()) {
            explore(act(exchange, step));
        }
        if (!exchange.toCase().isEmpty()) {
            HelpEvent next = exchange.toCase().getFirst();
            explore(deliverToCase(
                    exchange.with(draft -> {
                        draft.toCase = tail(exchange.toCase());
                        draft.repeatedToCase = next;
                    }),
                    next));
        }
        if (exchange.repeatedToCase() != null) {
            explore(deliverToCase(exchange.with(draft -> draft.repeatedToCase = null), exchange.repeatedToCase()));
        }
        if (exchange.unnotified()) {
            explore(notifyHelp(exchange));
        }
        if (exchange.repeatable()) {
            explore(withReplica(exchange, exchange.request(), exchange.toHelp(), false));
        }
        if (!exchange.toHelp().isEmpty()) {
            RequestStatus status = KnownRequests.fold(
                    exchange.request(),
                    envelope(knownSeq(exchange) + 1, exchange.toHelp().getFirst()));
            explore(withReplica(exchange, Objects.requireNonNull(status), tail(exchange.toHelp()), true));
        }
    }

    private void requireAgreement(HelpExchange exchange) {
        ends++;
        List<String> helpers = exchange.state().handling().helpers();
        assertThat(helpers)
                .as(
                        "history %s, releases %s",
                        exchange.state().past(), exchange.help().releases())
                .isEqualTo(Optional.ofNullable(exchange.help().organization()).stream()
                        .toList());
        if (exchange.state().stage() == CaseStage.CLOSED) {
            assertThat(helpers).isEmpty();
        }
        helpedAtTheEnd += helpers.size();
        if (exchange.claimedAnew()) {
            assertThat(helpers)
                    .as("helpers after a claim of the reopened request")
                    .hasSize(1);
            claimedAnewAtTheEnd++;
        }
    }

    private HelpExchange act(HelpExchange exchange, Step step) {
        Set<Step> left = EnumSet.noneOf(Step.class);
        left.addAll(exchange.left());
        left.remove(step);
        HelpExchange after = exchange.with(draft -> draft.left = left);
        return switch (step) {
            case CLAIM_BY_FIRST, CLAIM_AGAIN_BY_FIRST -> claim(after, "organization-1");
            case CLAIM_BY_SECOND -> claim(after, "organization-2");
            case WITHDRAW -> withClaimedAnew(updateHelp(after, new Withdraw("no time")), false);
            case CLOSE, CLOSE_AGAIN -> withClaimedAnew(updateCase(after, new Close()), false);
            case REOPEN_AND_VERIFY -> verify(updateCase(after, new Reopen("not solved")));
        };
    }

    private HelpExchange claim(HelpExchange exchange, String organization) {
        HelpExchange claimed = updateHelp(exchange, new Claim(organization));
        boolean isReopeningKnown = !exchange.left().contains(Step.REOPEN_AND_VERIFY)
                && exchange.state().stage() != CaseStage.CLOSED
                && exchange.request().open()
                && exchange.toHelp().stream().noneMatch(RequestReopened.class::isInstance);
        boolean isAccepted = organization.equals(claimed.help().organization());
        return isReopeningKnown && isAccepted ? withClaimedAnew(claimed, true) : claimed;
    }

    private static HelpExchange withClaimedAnew(HelpExchange exchange, boolean claimedAnew) {
        return exchange.with(draft -> draft.claimedAnew = claimedAnew);
    }

    /** Returns the sequence number of the last event that the replica has processed. */
    private static int knownSeq(HelpExchange exchange) {
        return exchange.caseSeq() - exchange.toHelp().size();
    }

    /** The case processes an event of the help, as the reaction of resident requests does. */
    private HelpExchange deliverToCase(HelpExchange exchange, HelpEvent event) {
        return switch (event) {
            case HelpMatched(var request, var organization, var path, var requester, var requestSeq) ->
                updateCase(exchange, new ArrangeHelp(organization));
            case HelpWithdrawn(var request, var organization, var reason) ->
                updateCase(exchange, new EndHelp(organization));
            case HelpReleased(var request, var organization) -> updateCase(exchange, new EndHelp(organization));
        };
    }

    /** The replica has processed events of the case. The help is notified then or after more events. */
    private static HelpExchange withReplica(
            HelpExchange exchange, RequestStatus status, List<CaseEvent> left, boolean repeatable) {
        return exchange.with(draft -> {
            draft.request = status;
            draft.toHelp = left;
            draft.repeatable = repeatable;
            draft.unnotified = true;
        });
    }

    private HelpExchange notifyHelp(HelpExchange exchange) {
        HelpExchange notified = exchange.with(draft -> draft.unnotified = false);
        EndedHelp ended = exchange.request().endedHelp();
        if (ended == null) {
            return notified;
        }
        HelpExchange after = updateHelp(notified, new ReleaseHelp(ended.organization(), ended.seq()));
        if (exchange.claimedAnew()) {
            assertThat(after.help())
                    .as("help after a claim of the reopened request and the event %s", ended.seq())
                    .isEqualTo(exchange.help());
        }
        return after;
    }

    private static EventEnvelope<CaseEvent> envelope(int seq, CaseEvent event) {
        return new EventEnvelope<>(
                "event", REQUEST, seq, NOW, NOW, Jurisdiction.of(List.of()), "correlation", null, event);
    }

    /** A reopened case is handled until it can be closed again; another stage stays as it is. */
    private static HelpExchange verify(HelpExchange exchange) {
        if (exchange.state().stage() == CaseStage.CLOSED || exchange.state().stage() == CaseStage.VERIFIED) {
            return exchange;
        }
        Case verified =
                CASE_TYPE.evolve(exchange.state(), new TimestampedEvent<>(new ResolutionVerified("verifier-1"), NOW));
        return exchange.with(draft -> draft.state = verified);
    }

    private HelpExchange updateCase(HelpExchange exchange, UpdateCommand<Case, CaseEvent, CaseDecisionFacts> command) {
        List<CaseEvent> events = new ArrayList<>(exchange.toHelp());
        Case after = update(CASE_TYPE, exchange.state(), command, events);
        declined += events.stream().anyMatch(HelpDeclined.class::isInstance) ? 1 : 0;
        return exchange.with(draft -> {
            draft.state = after;
            draft.toHelp = events;
            draft.caseSeq =
                    exchange.caseSeq() + events.size() - exchange.toHelp().size();
        });
    }

    private HelpExchange updateHelp(HelpExchange exchange, UpdateCommand<Help, HelpEvent, HelpDecisionFacts> command) {
        List<HelpEvent> events = new ArrayList<>(exchange.toCase());
        Help after = update(
                new HelpAggregateType(() -> facts(exchange.request(), knownSeq(exchange))),
                exchange.help(),
                command,
                events);
        return exchange.with(draft -> {
            draft.help = after;
            draft.toCase = events;
        });
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

    private static <T> List<T> tail(List<T> list) {
        return list.subList(1, list.size());
    }
}
