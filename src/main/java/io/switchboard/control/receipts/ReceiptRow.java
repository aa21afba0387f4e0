package io.switchboard.control.receipts;

/** A receipt's head with how far it has come in the log: one row of a list. */
public record ReceiptRow(Receipt receipt, LogState state) {}
