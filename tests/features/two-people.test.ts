// Two people on every screen: whatever a hidden person chose, studied, and ticked off, another person sees exactly the same, wherever they
// look and whatever they press, and what they forge touches nothing of it.
import { expect, it, onTestFinished } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import type { Reply } from '../../src/screens/request.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, type Stage } from '../bot/stage.ts'

const hidden = 'zanzibar'

/** Everything that can be pressed on a screen. */
function controlsOn({ above = [], blocks }: Screen): string[] {
  return [...above, ...blocks].flatMap((block: Block) => (block.kind === 'buttons' ? block.buttons.map(({ control }) => control) : block.kind === 'choices' ? block.options.map(({ control }) => control) : []))
}

/** Codes for linking and sharing come by chance. */
const withoutCodes = (asked: string, reply: unknown): unknown => (asked === 'link' || asked === 'v1:share-code' ? textOf(reply).replaceAll(/[A-Z]{4}-[A-Z]{4}/gu, 'CODE') : reply)

/** With the words in files. */
const textOf = (seen: unknown): string => JSON.stringify(seen, (_, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value))

const screensOf = (reply: Reply): Screen[] => (reply.to === 'direct' ? [reply.screen, reply.pointer] : [reply.screen])

/** What the hidden person does: all kinds of study, rightly or wrongly. @returns all controls that they were shown */
async function studies(stage: Stage, way: 'one way' | 'another'): Promise<string[]> {
  const seen: string[] = []
  const pick = (controls: readonly string[]) => (way === 'one way' ? controls[0] : controls.at(-1))
  const look = (screen: Screen) => {
    const controls = controlsOn(screen)
    seen.push(...controls)
    return controls
  }
  await stage.type(hidden, 'privacy hide')
  for (const line of ['practice 3', 'exam 5', 'review', 'cards 2', 'drill 3', 'case', 'checklist', 'me', 'me mistakes']) {
    const answers = look(await stage.type(hidden, line)).filter((control) => /:[0-9a-f]{16}:\d+:/u.test(control) || control.startsWith('v1:tick'))
    const pressed = pick(answers)
    if (pressed !== undefined) look(await stage.press(hidden, pressed))
  }
  await stage.type(hidden, way === 'one way' ? 'review remind=08:30' : 'review remind=09:45')
  return seen
}

/** All that two others see: every command, every button on its screen, and the channel. */
async function seenByOthers(way: 'one way' | 'another', group: number) {
  const stage = await openStage('2026-03-02T07:00Z', { salt: 'salt' })
  onTestFinished(stage.close)
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right, wrong } = stage.optionsOf(round)
  await stage.press(hidden, answerControl.text({ round, option: way === 'one way' ? right : wrong }))
  const others = ['ada', 'bob', 'cyd', 'dan', 'eve'].slice(0, group - 1)
  for (const [index, who] of others.entries()) await stage.press(who, answerControl.text({ round, option: index % 2 === 0 ? right : wrong }))
  const foreign = await studies(stage, way)
  await stage.until('2026-03-02T09:01Z')
  await stage.until('2026-03-03T08:00Z')
  const seen: unknown[] = [stage.channel.posts, stage.channel.announced]
  for (const who of ['bob', 'ada']) {
    for (const { name } of commands.list) {
      const reply = await stage.typeFor(who, name)
      seen.push([who, name, withoutCodes(name, reply)])
      if (name === 'forget') continue
      for (const control of screensOf(reply).flatMap(controlsOn)) seen.push([who, control, withoutCodes(control, await stage.send({ kind: 'press', control, chosen: [] } as never, who))])
    }
    seen.push(await stage.send({ kind: 'home' } as never, who))
  }
  return { stage, seen, foreign }
}

it.each([3, 4])('what a hidden person did changes nothing that anybody else sees in a group of %i', async (group) => {
  const [one, other] = [await seenByOthers('one way', group), await seenByOthers('another', group)]
  expect(one.foreign.length).toBeGreaterThan(30)
  expect(one.seen.length).toBeGreaterThan(150)
  // The ways differ, or nothing is tested: the person sees it themselves.
  const own = async ({ stage }: typeof one) => JSON.stringify(await stage.type(hidden, 'me'))
  expect(await own(one)).not.toBe(await own(other))
  expect(textOf(one.seen).includes(hidden)).toBe(false)
  for (const [index, each] of one.seen.entries()) expect(other.seen[index]).toEqual(each)
}, 120_000)

it('pressing another person’s buttons shows nothing of theirs and changes nothing of it', async () => {
  const { stage, foreign } = await seenByOthers('one way', 3)
  const before = await stage.ledger.exporting.of({ id: `terminal:team:${hidden}`, group: 'terminal:team', name: hidden })
  for (const control of new Set(foreign)) expect(textOf(await stage.send({ kind: 'press', control, chosen: [] } as never, 'cyd')).includes(hidden)).toBe(false)
  expect(await stage.ledger.exporting.of({ id: `terminal:team:${hidden}`, group: 'terminal:team', name: hidden })).toEqual(before)
}, 120_000)
