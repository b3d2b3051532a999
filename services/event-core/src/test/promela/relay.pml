/*
 * Models the path of events from an aggregate's outbox to the topic, with two relays and a network that delays.
 * At any step a relay can die or discard its producer.
 *
 * The model has one aggregate and one partition. A relay that pauses for long and continues with an old view needs no
 * step of its own. Every interleaving is checked, so the other relay can do everything between any two of its steps.
 *
 * Incorrect variants, each of which the checker must refute:
 *   -DPULL_BEFORE_ACKNOWLEDGEMENT  removes events from the outbox once they are sent
 *   -DNEWEST_ONLY                  sends the last event of the outbox instead of all of them
 *   -DGO_ON_AFTER_EXPIRY           a batch expires in the producer, which continues with the next batch
 */

#ifndef EVENTS
#define EVENTS 3
#endif
#ifndef FAULTS
#define FAULTS 2
#endif
#define RELAYS 2

/* The document of the aggregate. */
byte version = 0;
bool pending[EVENTS + 1];

/* The partition; only the first occurrence of an event matters. */
bool logged[EVENTS + 1];

/* Events that each producer has sent and the broker has not taken; events that dead producers left in the network. */
chan sent[RELAYS] = [EVENTS] of { byte };
chan left[FAULTS + 1] = [EVENTS] of { byte };
byte acknowledged[RELAYS];
byte faults = 0;

inline append(seq) {
    assert(logged[seq] || seq == 1 || logged[seq - 1]); /* first occurrences are in order, without gaps */
    logged[seq] = true;
}

inline pull(upTo) {
    d_step {
        seq = 1;
        do
        :: seq <= upTo ->
            assert(!pending[seq] || logged[seq]); /* no event is removed before it is in the topic */
            pending[seq] = false;
            seq++
        :: else -> break
        od;
        checkSuffix();
        seq = 0
    }
}

inline checkSuffix() {
    other = 1;
    do
    :: other < version ->
        assert(!pending[other] || pending[other + 1]); /* the pending events are k+1..version */
        other++
    :: else -> break
    od;
    other = 0
}

#define IS_PENDING (version > 0 && pending[version])

/* Each command writes state and event in one step. */
active proctype Commands() {
    byte other;
    do
    :: version < EVENTS ->
        d_step {
            version++;
            pending[version] = true;
            checkSuffix()
        }
    :: version == EVENTS -> break
    od
}

#define MAY_FAIL \
    if \
    :: faults < FAULTS -> goto failed \
    :: true \
    fi

proctype Relay(byte me) {
    byte first, last, known, seq, other;

idle:
end:
    /* Reads all pending events. It does not resend events that this process knows to be in the topic. */
    atomic {
        IS_PENDING ->
        last = version;
        first = 1;
        do
        :: first < last && !pending[first] -> first++
        :: else -> break
        od
    }
    MAY_FAIL;
    seq = first;
    if
    :: known >= seq -> seq = known + 1
    :: else
    fi;
#ifdef NEWEST_ONLY
    seq = last;
#endif
    do
    :: seq <= last ->
        sent[me]!seq;
        seq++;
        MAY_FAIL
    :: else -> break
    od;
#ifdef PULL_BEFORE_ACKNOWLEDGEMENT
    pull(last);
#endif
    /* Waits for the last acknowledgement, or discards its producer: the acknowledgement can be lost. */
    if
    :: known >= last
    :: acknowledged[me] >= last -> known = last
    :: faults < FAULTS -> goto failed
#ifdef GO_ON_AFTER_EXPIRY
    :: empty(sent[me]) && acknowledged[me] < last -> goto idle
#endif
    fi;
    MAY_FAIL;
    pull(last);
    first = 0;
    last = 0;
    goto idle;

failed:
    /* Dies, or closes its producer at once and opens another. Sent events can still arrive, in order. */
    atomic {
        do
        :: sent[me]?seq -> left[faults]!seq
        :: empty(sent[me]) -> break
        od;
        faults++;
        acknowledged[me] = 0;
        known = 0;
        first = 0;
        last = 0;
        seq = 0
    }
    goto idle
}

#define LATE(dead) \
    :: atomic { left[dead]?seq -> append(seq); seq = 0 } \
    :: atomic { nempty(left[dead]) -> do :: left[dead]?seq :: empty(left[dead]) -> break od; seq = 0 }

/* Takes the events of each producer in order. Those of a dead producer can be late or, from some point on, missing. */
active proctype Broker() {
    byte seq;
end:
    do
    :: atomic { sent[0]?seq -> append(seq); acknowledged[0] = seq; seq = 0 }
    :: atomic { sent[1]?seq -> append(seq); acknowledged[1] = seq; seq = 0 }
#ifdef GO_ON_AFTER_EXPIRY
    :: atomic { sent[0]?seq -> seq = 0 }
#endif
    LATE(0)
    LATE(1)
#if FAULTS > 2
    LATE(2)
#endif
    od
}

/* Once no further step is possible, every written event is in the topic and no event is pending. */
active proctype Finally() {
    byte seq;
    timeout ->
    seq = 1;
    do
    :: seq <= version ->
        assert(logged[seq]);
        assert(!pending[seq]);
        seq++
    :: else -> break
    od
}

init {
    atomic {
        run Relay(0);
        run Relay(1)
    }
}
