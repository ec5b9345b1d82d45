package fr.passerelle.ent.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes who waits: the engine when there may be work, others at every change. An interrupt ends a wait and stays set. */
final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition change = lock.newCondition();
    private long wakes;
    private long changes;

    /** There may be work. */
    void wake() {
        lock.lock();
        try {
            wakes++;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often there may have been work. */
    long count() {
        lock.lock();
        try {
            return wakes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work since {@code seen}, which {@link #count} gave before the last look. */
    void await(long seen, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (wakes == seen && left > 0) {
                left = work.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Something changed. */
    void changed() {
        lock.lock();
        try {
            changes++;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is so, looking again at every change; false if it is not within {@code atMost}. */
    boolean awaitChange(BooleanSupplier so, Duration atMost) {
        long left = atMost.toNanos();
        while (true) {
            long seen;
            lock.lock();
            try {
                seen = changes;
            } finally {
                lock.unlock();
            }
            // Outside of the lock: who announces a change must never wait for a look at the store.
            if (so.getAsBoolean()) {
                return true;
            }
            lock.lock();
            try {
                while (changes == seen && left > 0) {
                    left = change.awaitNanos(left);
                }
                if (left <= 0 && changes == seen) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }
    }
}
