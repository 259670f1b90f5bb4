// How the parts of a ledger reach its engine. A job is a plain function over the statements of the tables: it loads, decides, and saves.

export type Jobs = {
  /**
   * Runs `work` in the next transaction. It may run more than once, so it must only read and write the database.
   *
   * @param often many ask for such work at the same moment. It may then also be tried, in vain, on a state of the database that never comes to be
   */
  readonly write: <Value>(work: () => Value, often?: 'often') => Promise<Value>
  /** Like `write`, for work that nobody waits for: it is committed together with other work, so it costs few waits for the disk. */
  readonly writeSoon: <Value>(work: () => Value) => Promise<Value>
  /** Runs `work` after everything that was asked for before it. It sees one state of the database. */
  readonly read: <Value>(work: () => Value) => Promise<Value>
  /** Runs `work` at once, ahead of what is waiting: for a check that may be a moment behind. */
  readonly peek: <Value>(work: () => Value) => Value | Promise<Value>
}
