// The thread under a question: opened once, with its post or at its close, and a manager hears once where that is not allowed.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage?.close())

type Opened = { readonly message: string; readonly name: string; readonly says: string | null }

async function settled(more: string, failures: PostError[] = []): Promise<Opened[]> {
  stage = await openStage('2026-03-02T08:00Z')
  const opened: Opened[] = []
  Object.assign(stage.channel.platform, {
    discuss: async (message: string, { name, invitation }: Parameters<NonNullable<typeof stage.channel.platform.discuss>>[1]) => {
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      opened.push({ message, name, says: invitation === null ? null : words(invitation) })
    },
  })
  await stage.type('owner', `setup 09:00 UTC mon-fri open=2h ${more}`)
  return opened
}

async function beats(...moments: readonly string[]) {
  for (const moment of moments) await stage.until(`2026-03-${moment}Z`)
}

const told = () => stage.channel.told.filter(({ screen }) => screen.title === 'A thread couldn’t be opened')
const notAllowed = () => new PostError('refused', 'The bot isn’t allowed to open threads.')

it('opens with the post, once, and is named by its question', async () => {
  const opened = await settled('thread=on')
  await beats('02T09:00', '02T09:01', '02T11:00', '02T11:01')
  expect(opened).toHaveLength(1)
  expect(opened[0]).toMatchObject({ message: '0', says: expect.stringContaining("don't give the answer away") })
  expect(opened[0]?.name.length).toBeGreaterThan(20)
  await stage.type('owner', 'settings thread=off')
  await beats('03T09:00', '03T09:01')
  expect(opened).toHaveLength(1)
})

it('opens at the close where answers wait for that; the reply that tells the close begins it', async () => {
  const opened = await settled('thread=on feedback=at-close')
  await beats('02T09:00', '02T10:59')
  expect(opened).toEqual([])
  await beats('02T11:00', '02T11:01')
  expect(opened.map(({ says }) => says)).toEqual([expect.stringContaining('What made you choose')])
  await stage.type('owner', 'settings recap=thread')
  await beats('03T09:00', '03T11:00', '03T11:01')
  expect(opened.map(({ says }) => says)).toEqual([expect.anything(), null])
  expect(stage.channel.replies).toHaveLength(1)
})

it('a manager is told once where none can be opened, and the question is as always', async () => {
  await settled('thread=on', [notAllowed(), notAllowed(), notAllowed()])
  await beats('02T09:00', '02T09:01', '03T09:00', '03T09:01')
  expect(told().map(({ person }) => person)).toEqual(['terminal:team:owner'])
  expect(words(told()[0]?.screen ?? { name: '', title: '', tone: 'plain', blocks: [] })).toContain('The bot isn’t allowed to open threads.')
  expect(stage.channel.posts).toHaveLength(2)
})

it('a manager hears of each new reason, or sees it on their page where no message reaches them', async () => {
  await settled('thread=on', [notAllowed(), new PostError('refused', 'The server has too many threads.')])
  await beats('02T09:00', '02T09:01')
  stage.channel.stored.unreachable = ['terminal:team:owner']
  await beats('03T09:00', '03T09:01')
  expect(told()).toHaveLength(1)
  const status = async () => words(await stage.type('owner', 'status'))
  expect(words(await stage.type('bob', 'status'))).not.toContain('too many threads')
  const seen = await status()
  expect(seen).toContain('Questions get no thread in')
  expect(seen).toContain('The server has too many threads.')
  expect(await status()).not.toContain('Questions get no thread in')
  stage.channel.stored.unreachable = []
  await beats('03T12:00')
  expect(told()).toHaveLength(1)
})

it('is tried again while the platform is busy, and left out where it may be there', async () => {
  const opened = await settled('thread=on', [new PostError('busy', 'Wait.', { retryAfter: 60_000 })])
  await beats('02T09:00')
  expect(opened).toEqual([])
  await beats('02T09:01', '02T09:02')
  expect(opened).toHaveLength(1)
  await stage.close()
  const others = await settled('thread=on', [new PostError('unclear', 'The connection broke.')])
  await beats('02T09:00', '02T09:01', '02T09:02')
  expect([others, told()]).toEqual([[], []])
})

it('is a setting that the status shows', async () => {
  await settled('')
  expect(words(await stage.type('owner', 'status'))).not.toContain('Thread')
  expect(words(await stage.type('owner', 'settings thread=on feedback=at-close'))).toContain('Thread: Under each question, at its close')
  expect(words(await stage.type('owner', 'settings thread=sometimes'))).toContain('on or off')
})

it('stays away where posts have no threads', async () => {
  stage = await openStage('2026-03-02T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri thread=on')
  await beats('02T09:00', '02T09:01')
  expect([stage.channel.posts.length, told()]).toEqual([1, []])
})
