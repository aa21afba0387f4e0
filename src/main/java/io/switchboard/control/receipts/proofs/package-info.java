/** What an outsider asks of a log: its checkpoint, inclusion and consistency proofs, its files. Reads the published files; the database says only which receipt has which index. */
@NullMarked
package io.switchboard.control.receipts.proofs;

import org.jspecify.annotations.NullMarked;
