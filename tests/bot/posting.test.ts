// What answers send to a channel while somebody waits for them: never longer than some seconds, and never with a fault.
import { expect, it } from 'vitest'
import { createPosting } from '../../src/bot/posting.ts'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import { notice } from '../../src/screens/notice.ts'

const screen = notice('Hello', [])
const never = () => new Promise<never>(() => undefined)

function open(platform: Partial<Platform> | undefined, deliver: () => Promise<void> = async () => undefined) {
  const warned: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, error: quiet, warn: (_: object, message: string) => void warned.push(message) }
  const timers: { readonly after: number; readonly run: () => void; cancelled: boolean }[] = []
  const later = (after: number, run: () => void) => {
    const timer = { after, run, cancelled: false }
    timers.push(timer)
    return () => void (timer.cancelled = true)
  }
  return { posting: createPosting({ platform: () => platform as Platform | undefined, log }, deliver, later), warned, timers }
}

it('an announcement that is out says as which message', async () => {
  const sent: unknown[] = []
  const { posting, timers } = open({ announce: async (...what) => (sent.push(what), 'message 1') })
  expect(await posting.announce('place', screen, 'event 1')).toEqual({ kind: 'posted', message: 'message 1' })
  expect([sent, timers.map(({ cancelled }) => cancelled)]).toEqual([[['place', screen, 'event 1']], [true]])
})

it.each([['refused', 'refused'], ['busy', 'unsure'], ['unclear', 'unsure']] as const)('an announcement that is %s is %s, for the reason that the platform gives', async (code, kind) => {
  const { posting, warned } = open({ announce: () => Promise.reject(new PostError(code, 'The channel is closed.')) })
  expect(await posting.announce('place', screen, 'event 1')).toEqual({ kind, reason: 'The channel is closed.' })
  expect(warned).toEqual(['could not post an announcement'])
})

it('an announcement on a platform that does not run is not out', async () => {
  const { posting } = open(undefined)
  expect(await posting.announce('place', screen, 'event 1')).toEqual({ kind: 'unsure', reason: 'The bot isn’t connected to this channel’s platform.' })
})

it('a fault in the bot itself is no fault of the platform', async () => {
  const { posting } = open({ announce: () => Promise.reject(new TypeError('a bug')) })
  await expect(posting.announce('place', screen, 'event 1')).rejects.toThrow('a bug')
})

it('nobody waits longer than eight seconds', async () => {
  const { posting, timers } = open({ announce: never, redraw: never }, never)
  const waiting = Promise.all([posting.announce('place', screen, 'event 1'), posting.redraw('place', 'message', screen), posting.send()])
  expect(timers.map(({ after }) => after)).toEqual([8_000, 8_000, 8_000])
  for (const { run } of timers) run()
  expect(await waiting).toEqual([{ kind: 'unsure', reason: 'The platform isn’t answering right now.' }, undefined, undefined])
})

it('what was claimed is sent before the answer', async () => {
  let sent = false
  const { posting, timers } = open({}, async () => void (sent = true))
  await posting.send()
  expect([sent, timers.map(({ cancelled }) => cancelled)]).toEqual([true, [true]])
})

it('a message is redrawn as asked; where that fails, the log says so', async () => {
  const drawn: unknown[] = []
  const { posting, warned } = open({ redraw: async (...what) => void drawn.push(what) })
  await posting.redraw('place', 'message 1', screen)
  expect([drawn, warned]).toEqual([[['message 1', screen]], []])
  const broken = open({ redraw: () => Promise.reject(new PostError('refused', 'The message is gone.')) })
  await broken.posting.redraw('place', 'message 1', screen)
  expect(broken.warned).toEqual(['could not update a post'])
  const absent = open(undefined)
  await absent.posting.redraw('place', 'message 1', screen)
  expect(absent.warned).toEqual([])
})
