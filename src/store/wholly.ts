/** All of a transaction's writes, or none. */

/** What is needed of a transaction here. */
interface WriteTransaction {
  readonly done: Promise<void>;
  abort(): void;
}

/**
 * Has the writes issued, each through `write`, and waits until the transaction is complete. A value that can't be stored throws as its write is
 * issued and would leave the other writes to be committed: then everything is taken back, and that error is thrown on.
 */
export async function wholly(tx: WriteTransaction, issue: (write: (request: Promise<unknown>) => void) => void): Promise<void> {
  const requests: Promise<unknown>[] = [];
  try {
    issue((request) => requests.push(request));
    await Promise.all([...requests, tx.done]);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // Already over: a failed request has aborted it.
    }
    await Promise.allSettled([...requests, tx.done]);
    throw error;
  }
}
