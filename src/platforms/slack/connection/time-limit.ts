// Limits how long something is waited for. The work itself goes on.

/** The outcome of `work`; fails with the error that `late` makes if that takes longer than `limit` ms. */
export function withTimeLimit<T>(work: Promise<T>, limit: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limit)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
