package fr.passerelle.ent.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the read model has come, for those who wait for it. */
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position;

    void reached(long position) {
        lock.lock();
        try {
            this.position = Math.max(this.position, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean await(long wanted, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (position < wanted) {
                if (left <= 0) {
                    return false;
                }
                left = advanced.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
