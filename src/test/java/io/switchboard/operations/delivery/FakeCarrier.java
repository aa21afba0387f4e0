package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.platform.outbound.OutboundException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as it is told to, and remembers what it was given. */
final class FakeCarrier implements Carrier {

    final Set<String> names = new HashSet<>(Set.of("pager"));
    final List<OutboxMessage> carried = new ArrayList<>();
    final Deque<Answered> answers = new ArrayDeque<>();
    Optional<Answered> answer = Optional.of(answered(204));
    Duration takes = Duration.ZERO;
    int breaksAt;
    CountDownLatch gate = new CountDownLatch(0);
    final AtomicInteger waiting = new AtomicInteger();

    static Answered answered(int status) {
        return new Answered(status, "", Optional.empty(), List.of());
    }

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }

    @Override
    public List<String> names(TenantId tenant) {
        return tenant.equals(DeliveryKit.ACME) ? names.stream().sorted().toList() : List.of();
    }

    @Override
    public Line open(TenantId tenant, String destination) {
        return this::carry;
    }

    private Answered carry(OutboxMessage message) throws OutboundException {
        waiting.incrementAndGet();
        await(gate);
        return answer(message);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Answered answer(OutboxMessage message) throws OutboundException {
        carried.add(message);
        DeliveryKit.TIME.pass(takes);
        if (carried.size() == breaksAt) {
            throw new IllegalStateException("broken");
        }
        return Optional.ofNullable(answers.poll())
                .or(() -> answer)
                .orElseThrow(() -> new OutboundException("unreachable", "The endpoint cannot be reached. Check it."));
    }
}
