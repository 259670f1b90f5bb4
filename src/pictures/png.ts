// Turns SVG text into PNG in a thread of its own, which is started when it is needed and closed after a minute without work.
import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './png-thread.ts'

export type PngMaker = {
  /** @throws Error if it cannot be drawn, or not in time */
  draw(svg: string): Promise<Uint8Array>
  /** How many dark pixels the drawing has. @throws Error as {@link PngMaker.draw} */
  ink(svg: string): Promise<number>
  close(): Promise<void>
}

/** In milliseconds. `rest`: how long the thread stays without work. `limit`: how long one drawing may take, on a busy machine too. */
export type PngTiming = { readonly rest: number; readonly limit: number }

const usual: PngTiming = { rest: 60_000, limit: 20_000 }

type Waiting = { readonly resolve: (answer: FromThread) => void; readonly reject: (error: Error) => void }

/** @param thread another file than the usual one, for tests */
export function createPngMaker(timing: Partial<PngTiming> = {}, thread = new URL('./png-thread.ts', import.meta.url)): PngMaker {
  const { rest, limit } = { ...usual, ...timing }
  let worker: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let ids = 0
  const waiting = new Map<number, Waiting>()

  function start(): Worker {
    const started = new Worker(thread)
    // An idle thread must not keep the process alive.
    started.unref()
    started.on('message', (answer: FromThread) => waiting.get(answer.id)?.resolve(answer))
    started.on('error', (error) => end(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => end(started, new Error('the thread ended')))
    return started
  }

  /** Rejects every drawing that waits for this thread. */
  function end(which: Worker, error: Error): void {
    if (worker !== which) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
  }

  async function close(): Promise<void> {
    clearTimeout(resting)
    const closing = worker
    worker = undefined
    await closing?.terminate()
  }

  async function ask(svg: string, ink: boolean): Promise<FromThread> {
    clearTimeout(resting)
    worker ??= start()
    const [id, current] = [(ids += 1), worker]
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<FromThread>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        timer = setTimeout(() => {
          reject(new Error(`not drawn within ${limit} ms`))
          void close()
        }, limit)
        current.postMessage({ id, svg, ink } satisfies ToThread, [])
      })
    } finally {
      clearTimeout(timer)
      waiting.delete(id)
      resting = setTimeout(() => void close(), rest).unref()
    }
  }

  /** One at a time: two drawings at once take twice the memory, and no less time. */
  function inTurn(svg: string, ink: boolean): Promise<FromThread> {
    const answer = last.then(() => ask(svg, ink))
    last = answer.catch(() => undefined)
    return answer
  }

  const failed = ({ fault }: FromThread) => new Error(fault ?? 'the thread sent nothing')
  return {
    draw: async (svg) => {
      const answer = await inTurn(svg, false)
      if (answer.png === undefined) throw failed(answer)
      return answer.png
    },
    ink: async (svg) => {
      const answer = await inTurn(svg, true)
      if (answer.ink === undefined) throw failed(answer)
      return answer.ink
    },
    close,
  }
}
