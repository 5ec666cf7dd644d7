package dev.revgraph.faults;

import java.util.Random;

/** What may go wrong, and how often compared with the others. */
enum Fault {
    /** {@code kill -9} of the instance. */
    KILL(18),
    /** SIGTERM to the instance. */
    TERM(14),
    /** {@code pg_terminate_backend} of its sessions. */
    BACKEND(16),
    /** {@code pg_ctl stop -m immediate}, and a new start. */
    CRASH(8),
    /** The network breaks, both sides hear of it. */
    CUT(16),
    /** The network is silent for a while, then all arrives. */
    STALL(10),
    /** The network is silent for a while, then it breaks. */
    STALL_AND_CUT(8),
    /** The instance hears that the network broke, the server does not. */
    HALF_OPEN(10);

    private final int share;

    Fault(int share) {
        this.share = share;
    }

    static Fault of(Random random) {
        int drawn = random.nextInt(100);
        for (Fault fault : values()) {
            drawn -= fault.share;
            if (drawn < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("The shares add up to less than 100.");
    }

    /** Whether it takes a process of its own. */
    boolean endsProcess() {
        return this == KILL || this == TERM;
    }
}
