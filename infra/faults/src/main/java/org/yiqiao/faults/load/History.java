package org.yiqiao.faults.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All commands that were given, with what was answered, and what readers saw go back. */
public final class History {

    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<String> sightings = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();

    public void add(Command command) {
        commands.add(command);
        if (command.result() == Command.Result.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
        }
    }

    /** Notes that a reader saw a key in an older state than before. */
    public void sawGoBack(String what) {
        sightings.add(what);
    }

    public List<Command> commands() {
        return List.copyOf(commands);
    }

    public List<String> sightings() {
        return List.copyOf(sightings);
    }

    public long acknowledged() {
        return acknowledged.get();
    }
}
