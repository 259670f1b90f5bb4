// Corrections, as managers make them and as people see them.
import { describe, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { choices, control, labels, stemOf } from './session-screens.ts'

const people = ['ada', 'ben', 'cleo']

/** One question, open; Ada and Ben choose a wrong option, Cleo the right one. */
async function asked(): Promise<{ readonly stage: Stage; readonly round: string; readonly wrong: string; readonly right: string; readonly letterOf: (option: string) => string }> {
  for (let salt = 0; ; salt += 1) {
    const stage = await openStage('2026-03-09T08:00Z', { salt: String(salt) })
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    await stage.until('2026-03-09T09:00Z')
    const [post] = stage.channel.posts
    const shown = post === undefined ? undefined : choices(post.screen)
    if (post === undefined || shown?.pick !== 1) {
      await stage.close()
      continue
    }
    const { right, wrong } = stage.optionsOf(post.round)
    for (const [at, who] of people.entries()) await stage.press(who, shown.options.find(({ id }) => id === (at < 2 ? wrong : right))?.control ?? '')
    return { stage, round: post.round, right, wrong, letterOf: (option) => shown.options.find(({ id }) => id === option)?.letter ?? '' }
  }
}

const later = 11 * 60_000
const told = ({ channel }: Stage) => channel.told.map(({ person, screen }) => [person.split(':').at(-1), words(screen)])

describe('a manager who corrects a question', () => {
  it('sees what would change, changes the answer, and everyone hears what is theirs', async () => {
    const { stage, wrong, letterOf } = await asked()
    await stage.until('2026-03-10T09:00Z')
    const list = await stage.type('owner', 'correct')
    expect(words(list)).toContain('Mon, Mar 9')
    const round = await stage.press('owner', control(list, '2'))
    const key = await stage.press('owner', control(round, 'Another answer'))
    const confirm = await stage.press('owner', choices(key)?.options.find(({ id }) => id === wrong)?.control ?? '')
    expect(words(confirm)).toContain('3 answers: 2 become right (+1 each), 1 no longer earns a point.')
    expect(words(await stage.type('ada', 'board'))).toContain('ada 0 0 %')
    const done = await stage.press('owner', control(confirm, 'Change it'))
    expect(words(done)).toContain('3 people’s points change')
    expect(words(await stage.type('ada', 'board'))).toContain('ada 1 100 %')
    expect(words(await stage.press('owner', control(confirm, 'Change it')))).toContain('It was corrected in the meantime')
    await stage.until('2026-03-10T09:05Z')
    expect(stage.channel.posts[0]?.redrawn?.title).toBe(`The answer: ${letterOf(wrong)}`)
    expect(words(stage.channel.posts[0]?.redrawn ?? list)).toMatch(/Right: .*ada.*ben/u)
    expect(told(stage)).toEqual([])
    // They hear it once, so it waits for a platform that is away.
    Object.assign(stage.channel.platform, { healthy: () => false })
    await stage.until('2026-03-10T09:11Z')
    expect(told(stage)).toEqual([])
    Object.assign(stage.channel.platform, { healthy: () => true })
    await stage.until('2026-03-10T09:11:30Z')
    expect(told(stage).map(([who]) => who)).toEqual(['ada', 'ben', 'cleo'])
    expect(told(stage)[0]?.[1]).toContain(`Your answer ${letterOf(wrong)} from Mon, Mar 9 counts now: +1 point.`)
    expect(told(stage)[2]?.[1]).toContain(`no longer counts, because the answer is ${letterOf(wrong)}: −1 point.`)
    await stage.until('2026-03-10T09:12Z')
    expect(told(stage)).toHaveLength(3)
    await stage.close()
  })

  it('says why in words, and takes it back before anybody hears of it', async () => {
    const { stage } = await asked()
    await stage.until('2026-03-10T08:30Z')
    const confirm = await stage.type('owner', 'correct void yesterday why Two answers are right')
    expect(words(confirm)).toContain('Why: Two answers are right')
    await stage.press('owner', control(confirm, 'Void it'))
    await stage.until('2026-03-10T08:31Z')
    expect(words(stage.channel.posts[0]?.redrawn ?? confirm)).toContain('Why: Two answers are right')
    expect(words(await stage.type('cleo', 'last'))).toContain('It earns no points')
    expect(words(await stage.type('cleo', 'board'))).toContain('Nobody')
    await stage.until('2026-03-10T09:00Z')
    const back = await stage.type('owner', 'correct undo 9 Mar')
    expect(words(back)).toContain('“Two answers are right”')
    expect(words(await stage.press('owner', control(back, 'Undo it')))).toContain('Undone: it’s as it was before.')
    expect(words(await stage.type('owner', 'correct undo 9 Mar'))).toContain('There’s no correction to undo.')
    await stage.until('2026-03-10T09:30Z')
    expect(stage.channel.posts[0]?.redrawn?.title).toMatch(/^The answer: [A-F]$/u)
    await stage.close()
  })

  it('voids an open question: an answer keeps a streak going, and earns nothing', async () => {
    const { stage, round } = await asked()
    const confirm = await stage.press('owner', control(await stage.type('owner', 'correct today'), 'Void it'))
    await stage.press('owner', control(confirm, 'Void it'))
    await stage.pass(later)
    const post = stage.channel.posts.find((each) => each.round === round)
    expect(words(post?.redrawn ?? confirm)).toContain('This question doesn’t count')
    const noted = await stage.press('dora', choices(post?.screen ?? confirm)?.options[0]?.control ?? '')
    expect([noted.title, words(noted)]).toEqual(['Answer saved', expect.stringContaining('It earns no points')])
    expect(words(await stage.type('dora', 'me streak'))).toContain('Streak: 1 study day')
    await stage.close()
  })

  it('finds a question by its words, hears what fits not, and that nobody else may', async () => {
    const { stage, right, letterOf } = await asked()
    const stem = stemOf(stage.channel.posts[0]?.screen ?? (await stage.type('owner', 'today')))
    expect(words(await stage.type('owner', `correct ${stem.split(' ').slice(0, 6).join(' ')}`))).toContain(`Correct Mon, Mar 9\n${stem}`)
    expect(words(await stage.type('owner', 'correct xylophone concerto'))).toContain('No question here fits')
    // Before, they aren’t told.
    await stage.press('owner', choices(stage.channel.posts[0]?.screen ?? (await stage.type('owner', 'today')))?.options[0]?.control ?? '')
    expect(words(await stage.type('owner', `correct regrade key=${letterOf(right)} 9 Mar`))).toContain('That’s already the answer.')
    expect(words(await stage.type('owner', 'correct key=AB 9 Mar'))).toContain('Choose exactly one answer')
    const list = await stage.type('owner', 'correct')
    for (const line of ['correct', 'correct void 9 Mar', 'correct nonsense']) expect(words(await stage.type('ada', line))).toContain('Only managers can do that')
    expect(words(await stage.press('ada', control(list, '1')))).toContain('Only managers can do that')
    await stage.close()
  })

  it('has nothing to correct before anything was asked', async () => {
    const stage = await openStage('2026-03-09T08:00Z')
    expect(words(await stage.type('owner', 'correct'))).toContain('No daily question here yet')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    expect(labels(await stage.type('owner', 'correct'))).toEqual([])
    await stage.close()
  })
})
