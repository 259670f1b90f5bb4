// Which errors carry a sentence for people, and what to print of all others.

/** Error classes whose message says, in full sentences, what happened and what to do. By name: core imports none of their rooms. */
const forPeople: ReadonlySet<string> = new Set(['ConfigError', 'CourseError', 'LedgerError', 'StartError', 'HealthPortError', 'OperatorError'])

/** Whether the message alone is enough to print. Anything else is a bug or a surprise: print {@link details}. */
export function isForPeople(fault: unknown): fault is Error {
  return fault instanceof Error && forPeople.has(fault.name)
}

/** The stack of an error; whatever else was thrown, as text. */
export function details(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
