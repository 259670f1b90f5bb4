// Reminders before a question closes, as people ask for them, get them, and turn them off.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { buttons, control } from '../features/session-screens.ts'
import { openStage, words, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage?.close())

const id = (who: string) => `terminal:team:${who}`
const nudges = () => stage.channel.told.filter(({ screen }) => screen.name === 'nudge')
const told = () => nudges().map(({ person }) => person)

/** A question at nine that is open for two hours; these people asked for a reminder. */
async function asked(people: readonly string[], more = '') {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', `setup 09:00 UTC mon-fri topics=repairs open=2h ${more}`)
  for (const who of people) await stage.type(who, 'today nudge=30m')
  await stage.until('2026-03-02T09:00Z')
}

async function beats(...times: readonly string[]) {
  for (const time of times) await stage.until(`2026-03-02T${time}Z`)
}

it('comes once, in private, to those who asked and have not answered', async () => {
  await asked(['ada', 'bob'])
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).wrong }))
  await beats('10:29')
  expect(told()).toEqual([])
  await beats('10:30', '10:31', '10:59', '11:00', '11:01')
  expect(told()).toEqual([id('ada')])
  expect(words(nudges()[0]?.screen ?? never())).toContain('is open until')
})

it('is answered by its button, and turned off by the other, outside of any channel', async () => {
  await asked(['ada', 'bob'])
  await beats('10:30')
  const { screen } = nudges().find(({ person }) => person === id('ada')) ?? never()
  const press = (who: string, label: string) => stage.send({ kind: 'press', control: control(screen, label), chosen: [], place: null } as never, who)
  expect((await press('ada', 'Answer')).screen.name).toBe('question')
  expect((await press('ada', 'Turn off reminders')).screen.title).toBe('Reminder off')
  expect((await press('ada', 'Turn off reminders')).screen.title).toBe('Reminder off')
  expect((await press('eve', 'Turn off reminders')).screen.title).not.toBe('Reminder off')
  await stage.until('2026-03-03T09:00Z')
  await stage.until('2026-03-03T10:30Z')
  expect(told().filter((person) => person === id('ada'))).toHaveLength(1)
  expect(told().filter((person) => person === id('bob'))).toHaveLength(2)
})

it('comes late after an outage, and not after the close', async () => {
  await asked(['ada'])
  await beats('10:50')
  expect(told()).toEqual([id('ada')])
  await stage.until('2026-03-03T09:00Z')
  for (const time of ['11:00', '11:01']) await stage.until(`2026-03-03T${time}Z`)
  expect(told()).toEqual([id('ada')])
})

it('says what was asked for, and stands on one’s own page', async () => {
  await asked([])
  expect(words(await stage.type('ada', 'today nudge 1h'))).toContain('an hour before it closes')
  const home = async () => (await stage.send({ kind: 'home' } as never, 'ada')).screen
  expect(words(await home())).toContain('You get a reminder an hour before the close.')
  const off = buttons(await home()).find(({ label }) => label === 'No reminder')?.control ?? ''
  expect((await stage.press('ada', off)).title).toBe('Reminder off')
  expect(words(await home())).not.toContain('before the close')
  await stage.press('ada', answerControl.text({ round: stage.channel.posts[0]?.round ?? '', option: 'a' }))
  expect((await stage.press('ada', control(await stage.type('ada', 'today nudge=off'), 'Turn it on again'))).title).toBe('Reminder on')
  expect((await stage.type('ada', 'today')).name).toBe('result')
  expect(words(await stage.type('ada', 'today nudge=5m'))).toContain('30m, 1h, or off')
})

it('is refused in words where there is no daily question', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  expect((await stage.type('ada', 'today nudge=30m')).title).toBe('No daily question here yet')
})

it('one that cannot be sent is left out, and the others come', async () => {
  await asked(['ada', 'bob'])
  const { tell } = stage.channel.platform
  Object.assign(stage.channel.platform, { tell: (...what: Parameters<typeof tell>) => (what[0] === id('ada') ? Promise.reject(new Error('Slack is away')) : tell(...what)) })
  await beats('10:30', '10:31')
  expect(told()).toEqual([id('bob')])
  expect(stage.logged).toContain('a reminder before the close was not sent')
})

const never = (): never => {
  throw new Error('there is none')
}
