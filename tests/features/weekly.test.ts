// The recap of a week: a manager switches it on, and each week with answers brings exactly one post that tells on nobody.
import { afterEach, describe, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { here, openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

const crowd = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jan', 'kim']
const recaps = () => stage.channel.announced.filter(({ screen }) => screen.name === 'week-post')
const told = (at = 0) => words(recaps()[at]?.redrawn ?? recaps()[at]?.screen ?? { name: '', title: 'nothing', tone: 'plain', blocks: [] })

async function setUp(more = '', from = '2026-03-02T08:00Z') {
  stage = await openStage(from, { salt: 'weekly' })
  await stage.type('owner', `setup 09:00 UTC mon-fri weekly=on ${more}`)
}

/** One day: who answers, of whom the first ones are right. */
async function held(date: string, people: readonly string[], right: number) {
  await stage.until(`${date}T09:00Z`)
  const id = stage.channel.posts.at(-1)?.round ?? ''
  const round = await stage.ledger.rounds.find(id)
  if (round === undefined) throw never()
  const wrong = round.order.filter((option) => !round.key.includes(option))
  const chosen = (isRight: boolean) => (isRight ? round.key : [...wrong, ...round.key].slice(0, round.key.length))
  for (const [index, who] of people.entries()) await stage.press(who, answerControl.text({ round: id, option: null }), { chosen: chosen(index < right) })
}

/** Monday to Friday. Kim is wrong on Monday and stays away from then on. */
async function week(people = crowd, open = true) {
  for (const [index, date] of ['02', '03', '04', '05', '06'].entries()) await held(`2026-03-${date}`, index === 0 ? people : people.slice(0, -1), index === 1 ? 3 : people.length - 1)
  if (open) await stage.until('2026-03-09T07:59Z')
}

async function beats(...moments: readonly string[]) {
  for (const moment of moments) await stage.until(`2026-03-${moment}Z`)
}

describe('the recap of a week', () => {
  it('comes once, when the last question of the week has closed, and names nobody who was wrong or away', async () => {
    await setUp()
    await week()
    expect(recaps()).toEqual([])
    await beats('09T08:00', '09T08:01', '09T08:02', '09T09:00', '10T09:00')
    expect(recaps()).toHaveLength(1)
    const [post] = recaps()
    expect(post?.screen.pings).toBeUndefined()
    expect(told()).toContain('The week of Mar 2–8')
    expect(told()).toContain('5 study days, 11 people, 51 answers.')
    expect(told()).toContain('Here every day: ada, bob, cyd, and 7 more')
    expect(told()).toContain("3 of 10 got Tuesday's question right:")
    expect(told()).not.toContain('kim')
    expect((await stage.press('kim', buttons(post?.screen ?? never())[0]?.control ?? '')).name).toBe('answer')
    await held('2026-03-16', ['ada'], 1)
    expect(recaps()).toHaveLength(1)
  })

  it('comes on Friday where questions close then', async () => {
    await setUp('open=8h')
    await week(crowd, false)
    await beats('06T16:59')
    expect(recaps()).toEqual([])
    await beats('06T17:00', '06T17:01', '09T09:00')
    expect(recaps()).toHaveLength(1)
  })

  it('waits for the end of days off, and comes for the days before', async () => {
    await setUp()
    await stage.type('owner', 'off 2026-03-06..2026-03-10 "Offsite"')
    for (const day of ['02', '03', '04', '05']) await held(`2026-03-${day}`, crowd, 9)
    await beats('06T09:00', '09T08:00', '10T12:00', '11T07:59')
    expect(recaps()).toEqual([])
    await beats('11T08:00', '11T08:01', '11T09:00')
    expect(told()).toContain('4 study days')
  })

  it('says little below five people of whom one hides, and nothing where nobody answered', async () => {
    await setUp()
    await stage.type('bob', 'privacy hide')
    await week(['ada', 'bob'])
    await beats('09T08:00', '09T08:01')
    expect(told()).toBe('The week of Mar 2–8\n5 study days this week.\nWell done: every question got an answer.')
    for (const day of ['10', '11', '12', '13']) await stage.until(`2026-03-${day}T09:00Z`)
    await beats('16T08:00', '16T08:01', '16T09:00')
    expect(recaps()).toHaveLength(1)
  })

  it('shows hidden people nowhere, others by their aliases, and is drawn again when that changes', async () => {
    await setUp()
    await stage.type('ada', 'privacy hide')
    await week()
    await stage.type('bob', 'privacy alias "Blue Heron"')
    await beats('09T08:00', '09T08:01')
    expect(told()).toContain('Here every day: Blue Heron (alias), cyd, dan, and 6 more')
    await stage.type('cyd', 'privacy hide')
    await beats('09T08:02')
    expect(told()).toContain('Here every day: Blue Heron (alias), dan, eve, and 5 more')
    await stage.press('dan', control(await stage.type('dan', 'forget'), 'Delete everything'))
    await beats('09T08:03', '09T08:04')
    expect(told()).not.toMatch(/\bdan\b/u)
    expect(recaps()).toHaveLength(1)
  })

  it('keeps back the hardest question where a hidden person was one of few', async () => {
    await setUp()
    await stage.type('ada', 'privacy hide')
    await week()
    await beats('09T08:00', '09T08:01')
    expect(told()).not.toContain('The hardest question')
  })

  it('is tried again after a refusal, says why it is missing, and is left out after a week', async () => {
    await setUp()
    await week()
    stage.channel.refusals.push(new PostError('refused', 'The bot isn’t in this channel.'))
    await beats('09T08:00', '09T08:01')
    expect(words(await stage.type('owner', 'weekly'))).toContain('The bot isn’t in this channel.')
    await beats('09T08:59')
    expect(recaps()).toEqual([])
    await beats('09T09:02')
    expect(recaps()).toHaveLength(1)
    expect(words(await stage.type('owner', 'weekly'))).not.toContain('Last time')
  })

  it('may be out after an unclear failure, so it is not posted again', async () => {
    await setUp()
    await week()
    stage.channel.refusals.push(new PostError('unclear', 'The platform didn’t answer.'))
    await beats('09T08:00', '09T08:01', '09T09:02', '10T09:02')
    expect(recaps()).toEqual([])
    expect(words(await stage.type('owner', 'weekly'))).toContain('The platform didn’t answer.')
  })

  it('also comes in a pause, and a day late after an outage of a day', async () => {
    await setUp()
    await week()
    await stage.type('owner', 'pause')
    await beats('09T08:00', '09T08:01')
    expect(recaps()).toHaveLength(1)
    await stage.close()
    await setUp()
    await week()
    await beats('10T08:30', '10T08:31')
    expect(told()).toContain('5 study days')
  })

  it('is shown to managers as it would be, and switched by their buttons', async () => {
    stage = await openStage('2026-03-02T08:00Z', { salt: 'weekly' })
    expect(words(await stage.type('owner', 'weekly'))).toContain('No daily question here yet')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    const off = await stage.type('owner', 'weekly')
    expect(words(off)).toContain('Recap: off\n')
    expect(words(off)).toContain('you see here what the recap would say')
    const on = await stage.press('owner', control(off, 'Turn on'))
    expect(words(on)).toContain('Recap: on\nNext one: Mon, Mar 9, 08:00 (UTC)')
    expect(await stage.type('owner', 'weekly on')).toEqual(on)
    expect(words(await stage.type('owner', 'status'))).toContain('Weekly recap: On')
    await held('2026-03-02', crowd, 11)
    await beats('03T08:00', '03T08:01')
    const preview = words(await stage.type('owner', 'weekly'))
    expect(preview).toContain('As it stands: the week of Mar 2–8')
    expect(preview).toContain("all 11 of you got Monday's question right")
    expect((await stage.press('owner', control(on, 'Turn off'))).blocks).toEqual((await stage.type('owner', 'weekly off')).blocks)
    for (const line of ['weekly', 'weekly on', 'weekly nonsense']) expect(words(await stage.type('bob', line))).toContain('Only managers can do that')
    expect((await stage.press('bob', control(off, 'Turn on'))).name).toBe('refusal')
    expect(await stage.ledger.quizzes.at(here.place)).toMatchObject({ weekly: false })
  })

  it('is a setting like the others', async () => {
    await setUp()
    expect(words(await stage.type('owner', 'settings weekly=maybe'))).toContain('on or off')
    expect(words(await stage.type('owner', 'settings weekly=off'))).not.toContain('Weekly recap')
  })
})

const never = (): never => {
  throw new Error('nothing was posted')
}
