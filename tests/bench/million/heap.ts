// Loaded beside the bot: says how much memory it holds once everything is collected that nobody needs.
export type HeapSays = { readonly heap: number; readonly whole: number }

process.on('message', () => {
  for (let times = 0; times < 3; times++) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed + external, whole: rss } satisfies HeapSays)
})
