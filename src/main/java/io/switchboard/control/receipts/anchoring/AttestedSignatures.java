package io.switchboard.control.receipts.anchoring;

import io.switchboard.platform.documents.SignatureTimestamps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authority that stamps the logs attests when documents were signed, too. One that is away holds up a document for seconds at most, and those after it not at all: it is asked again a minute later. A document without a
 * timestamp is signed nonetheless, at level B-B, and the portal's log says so.
 */
final class AttestedSignatures implements SignatureTimestamps {

    private static final Logger LOG = LoggerFactory.getLogger(AttestedSignatures.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TimestampAuthority authority;
    private final Clock clock;
    private final AtomicReference<Instant> again = new AtomicReference<>(Instant.EPOCH);

    AttestedSignatures(TimestampAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> token(byte[] signature) {
        if (clock.instant().isBefore(again.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(token(authority.stamp(signature)));
        } catch (AnchoringException e) {
            again.set(clock.instant().plus(PAUSE));
            LOG.warn(
                    "A document was signed without a timestamp (PAdES B-B); the authority is asked again in {} s: {}",
                    PAUSE.toSeconds(),
                    e.what());
            return Optional.empty();
        }
    }

    private static byte[] token(Timestamp timestamp) {
        try {
            return new TimeStampResponse(timestamp.answer()).getTimeStampToken().getEncoded();
        } catch (TSPException | IOException e) {
            throw new AnchoringException("The authority's answer has no token: " + e.getMessage(), e);
        }
    }
}
