package io.switchboard.control.receipts.anchoring;

/** Somebody outside who attests that bytes existed at a time. */
@FunctionalInterface
interface TimestampAuthority {

    /** A checked timestamp over exactly these bytes; {@link AnchoringException} says why there is none. */
    Timestamp stamp(byte[] content);
}
