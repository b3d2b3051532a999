package org.yiqiao.faults.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The outcomes of all issued commands, and all stale reads. Thread-safe. */
public final class ClientOperationHistory {

    private final Queue<ClientCommandOutcome> commands = new ConcurrentLinkedQueue<>();
    private final Queue<String> staleReads = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();

    public void add(ClientCommandOutcome command) {
        commands.add(command);
        if (command.status() == ClientCommandOutcome.Status.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
        }
    }

    /** Records that a reader saw an older state of a key after a newer one. */
    public void addStaleRead(String description) {
        staleReads.add(description);
    }

    public List<ClientCommandOutcome> commands() {
        return List.copyOf(commands);
    }

    public List<String> staleReads() {
        return List.copyOf(staleReads);
    }

    public long acknowledgedCount() {
        return acknowledged.get();
    }
}
