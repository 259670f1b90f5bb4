// The close of a question was a silent edit of a post that had scrolled away; where the result comes at the close, nobody heard theirs.
import { afterEach, describe, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function begin(...settings: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', ['setup 09:00 Europe/Berlin mon-fri topics=repairs', ...settings].join(' '))
}

/** Opens the question of that day; each person answers as told. */
async function play(day: string, answers: Readonly<Record<string, 'right' | 'wrong'>>): Promise<void> {
  await stage.until(`${day}T08:00Z`)
  const round = stage.channel.posts.at(-1)?.round ?? ''
  for (const [who, which] of Object.entries(answers)) await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round)[which] }))
}

const aboveOf = (screen: Screen | undefined): string => words({ name: '', title: '', tone: 'plain', blocks: screen?.above ?? [] }).trim()
const buttonOf = (blocks: readonly Block[] | undefined, label: string) =>
  blocks?.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])).find((button) => button.label === label)?.control ?? ''

describe('the next question begins with how the last one went', () => {
  it('with who leads, and keeps it in every edit until it closes', async () => {
    await begin()
    await play('2026-03-02', { bob: 'right', cyd: 'wrong', dee: 'right' })
    await play('2026-03-03', { bob: 'right', cyd: 'right' })
    const post = stage.channel.posts[1]
    expect(aboveOf(post?.screen)).toMatch(/^Yesterday: [A-F]\. 2 of 3 right\. bob and dee lead with 1 point\.\n\[See the answer\]$/u)
    await stage.pass(6_000)
    expect(aboveOf(post?.redrawn)).toBe(aboveOf(post?.screen))
    await stage.until('2026-03-04T08:00Z')
    expect(aboveOf(post?.redrawn)).toBe('')
    expect(aboveOf(stage.channel.posts[2]?.screen)).toMatch(/^Yesterday: [A-F]\. Both got it right\. bob leads with 2 points\. bob and cyd share the longest streak: 2 days\./u)
  })

  it('says “Yesterday” only if it was', async () => {
    await begin()
    await play('2026-03-06', { bob: 'wrong' })
    await stage.until('2026-03-09T08:00Z')
    expect(aboveOf(stage.channel.posts.at(-1)?.screen)).toMatch(/^Friday: [A-F]\. One person answered and got it wrong\.\n/u)
    await stage.type('ada', 'pause')
    await stage.until('2026-03-23T07:00Z')
    await stage.type('ada', 'resume')
    await stage.until('2026-03-23T08:00Z')
    expect(aboveOf(stage.channel.posts.at(-1)?.screen)).toMatch(/^Last question: [A-F]\. Nobody answered\.\n/u)
  })

  it('shows each person the answer with their own choice', async () => {
    await begin()
    await play('2026-03-02', { bob: 'right', cyd: 'wrong' })
    await stage.until('2026-03-03T08:00Z')
    const control = buttonOf(stage.channel.posts[1]?.screen.above, 'See the answer')
    const see = async (who: string) => (await stage.send({ kind: 'press', control, chosen: [] } as never, who)).screen
    expect((await see('bob')).title).toBe('Right')
    expect(words(await see('cyd'))).toMatch(/^Not this time\n.+\nYou answered [A-F]: .*\nThe answer is [A-F]: /u)
    expect(words(await see('eve'))).toContain('You didn’t answer this one.')
  })

  it('never names somebody who hides', async () => {
    await begin()
    await play('2026-03-02', { bob: 'right', cyd: 'right' })
    await stage.type('bob', 'privacy hide')
    await stage.until('2026-03-03T08:00Z')
    expect(aboveOf(stage.channel.posts[1]?.screen)).toMatch(/: [A-D]\. 2 people answered\. cyd leads with 1 point\./u)
    expect(aboveOf(stage.channel.posts[1]?.screen)).not.toContain('bob')
  })

  it('unless it is off', async () => {
    await begin('recap=off')
    await play('2026-03-02', { bob: 'right' })
    await stage.until('2026-03-03T08:00Z')
    expect(aboveOf(stage.channel.posts[1]?.screen)).toBe('')
    expect(stage.channel.replies).toEqual([])
  })
})

it('where results come at the close, one press on the closed post shows one’s own', async () => {
  await begin('feedback=at-close')
  await play('2026-03-02', { bob: 'right', cyd: 'wrong' })
  await stage.until('2026-03-03T07:00Z')
  const control = buttonOf(stage.channel.posts[0]?.redrawn?.blocks, 'My result')
  const mine = async (who: string) => (await stage.send({ kind: 'press', control, chosen: [] } as never, who)).screen
  expect([(await mine('bob')).tone, (await mine('cyd')).tone, (await mine('eve')).tone]).toEqual(['right', 'wrong', 'plain'])
})

describe('with recap=thread', () => {
  it('the post gets one reply at its close, and the next question tells nothing', async () => {
    await begin('recap=thread')
    await play('2026-03-02', { bob: 'right', cyd: 'wrong' })
    await stage.until('2026-03-03T07:00Z')
    await stage.until('2026-03-03T08:00Z')
    expect(stage.channel.replies.map(({ message }) => message)).toEqual(['0'])
    expect(words(stage.channel.replies[0]?.screen as Screen)).toMatch(/^The answer: [A-F]\n1 of 2 right\. bob leads with 1 point\.\n\[My result\]$/u)
    expect(aboveOf(stage.channel.posts[1]?.screen)).toBe('')
  })

  it('a reply that was not sent is tried again, and one that may be out never is', async () => {
    await begin('recap=thread')
    await play('2026-03-02', {})
    const { platform } = stage.channel
    const send = platform.reply
    const failing = (fault: PostError) => {
      platform.reply = async () => {
        platform.reply = send
        throw fault
      }
    }
    failing(new PostError('busy', 'Slack asks to wait.', { retryAfter: 30_000 }))
    await stage.until('2026-03-03T07:00Z')
    expect(stage.channel.replies).toHaveLength(0)
    await stage.until('2026-03-03T07:01Z')
    expect(stage.channel.replies).toHaveLength(1)
    await play('2026-03-03', {})
    failing(new PostError('unclear', 'The connection broke.'))
    await stage.until('2026-03-04T07:00Z')
    await stage.until('2026-03-04T07:05Z')
    expect(stage.channel.replies).toHaveLength(1)
  })
})
