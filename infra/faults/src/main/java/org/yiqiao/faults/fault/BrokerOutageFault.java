package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.ServiceHttpClient;

/** S5: the broker is killed and suspended. Commands succeed until an aggregate's outbox is full; then they get 503. */
final class BrokerOutageFault implements Fault {

    @Override
    public String id() {
        return "S5";
    }

    @Override
    public String title() {
        return "broker stopped and killed";
    }

    @Override
    public void inject(FaultContext context) {
        ClusterProcess broker = context.cluster().broker();
        broker.kill();
        expectCommandsAccepted(context, context.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        broker.start();
        broker.awaitReady();
        context.addRuns(1);
        if (context.suiteSize() == FaultSuiteSize.WHOLE) {
            broker.pause();
            expectCommandsAccepted(context, Duration.ofSeconds(5));
            broker.resume();
            Await.sleep(Duration.ofSeconds(3));
            broker.pause();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            fillOutbox(context);
            Await.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            broker.resume();
            context.addRuns(2);
        }
    }

    private static void expectCommandsAccepted(FaultContext context, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            context.expect(
                    context.submitRequest() != null, "S5", "a command was not accepted during the broker outage");
            Await.sleep(Duration.ofMillis(500));
        }
        context.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
    }

    private static void fillOutbox(FaultContext context) {
        String id =
                Objects.requireNonNull(context.submitRequest(), "a command was not accepted during the broker outage");
        int accepted = 1;
        while (accepted <= AggregateCommandHandler.MAX_OUTBOX_SIZE + 1) {
            ServiceHttpClient.ServiceResponse response = context.post(
                    PlatformService.RESIDENT_REQUESTS,
                    "/api/requests/" + id + "/classify",
                    // The kinds alternate, because a repeated classification is no event.
                    Map.of("kind", accepted % 2 == 0 ? "REPORT" : "COMPLAINT", "caseKind", "IMMEDIATE"));
            if (response == null || !response.isSuccess()) {
                context.expect(
                        response != null
                                && response.status() == 503
                                && accepted == AggregateCommandHandler.MAX_OUTBOX_SIZE,
                        "I13",
                        "with " + accepted + " events in the outbox, a command got the response " + response);
                return;
            }
            accepted++;
            context.recordAcknowledged("outbox" + accepted, id, "RequestClassified", response.version());
        }
        context.expect(false, "I13", "an outbox grew beyond " + AggregateCommandHandler.MAX_OUTBOX_SIZE);
    }
}
