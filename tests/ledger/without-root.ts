/** Root may read and write everywhere, so it takes the rights of nobody for a moment. */
export async function withoutRoot<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
