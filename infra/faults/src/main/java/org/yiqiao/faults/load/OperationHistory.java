package org.yiqiao.faults.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All commands that were given, with what was answered, and what readers saw go back. */
public final class OperationHistory {

    private final Queue<CommandOutcome> commands = new ConcurrentLinkedQueue<>();
    private final Queue<String> sightings = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();

    public void add(CommandOutcome command) {
        commands.add(command);
        if (command.status() == CommandOutcome.Status.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
        }
    }

    /** Notes that a reader saw a key in an older state than before. */
    public void addStaleRead(String what) {
        sightings.add(what);
    }

    public List<CommandOutcome> commands() {
        return List.copyOf(commands);
    }

    public List<String> staleReads() {
        return List.copyOf(sightings);
    }

    public long acknowledgedCount() {
        return acknowledged.get();
    }
}
