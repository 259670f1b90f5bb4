// Questions from the team: a manager adds one, approves it, and it is asked and explained in that channel alone.
import { afterEach, describe, expect, it } from 'vitest'
import { teamQuestionId } from '../../src/core/team-question.ts'
import type { Reply } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { plain } from '../../src/screens/text.ts'
import { answerControl } from '../../src/screens/question.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, choices, control, labels } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

const line = 'add-question Who restarts the queue at night? | * The team on call | - Whoever sees it first | > Two restarts lose orders. | - Nobody until Monday | Why: They have the runbook. | Remember: Drain first. | Source: https://wiki.example.org/queue'

async function opened(): Promise<void> {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=1h')
}

const filled = { stem: 'Who restarts the queue at night?', options: '* The team on call\n- Whoever sees it first\n> Two restarts lose orders.\n\nNobody until Monday', explanation: 'They have the runbook.', keyPoint: '', source: '002 / Nothing' }
const fill = (values: Record<string, string>, about?: string, who = 'owner') => stage.send({ kind: 'form', command: 'add-question', values, ...(about === undefined ? {} : { about }) } as never, who)

const post = () => stage.channel.posts.at(-1)

describe('a question from the team', () => {
  it('is a draft first, and is tried, approved, asked, explained with its source, and counted', async () => {
    await opened()
    const draft = await stage.type('owner', line)
    expect(draft.title).toBe('A draft')
    expect(words(draft)).toContain('Saved as a draft')
    const tried = await stage.press('owner', choices(draft)?.options[1]?.control ?? '')
    expect(tried.tone).toBe('wrong')
    expect(words(tried)).toContain('Two restarts lose orders.')
    expect(words(tried)).toContain('Source: https://wiki.example.org/queue')
    await stage.until('2026-03-09T09:00Z')
    expect(words(post()?.screen ?? tried)).not.toContain('Who restarts the queue')
    const back = await stage.press('owner', control(tried, 'Back to the question'))
    expect(words(await stage.press('owner', control(back, 'Approve')))).toContain('Approved. It comes as one of the next')
    expect(words(await stage.press('owner', control(back, 'Approve')))).toContain('Approved.')
    await stage.until('2026-03-10T09:00Z')
    const round = post()?.round ?? ''
    expect(words(post()?.screen as Screen)).toContain('Who restarts the queue at night?')
    expect(words(post()?.screen as Screen)).toContain('From your team · open until')
    const result = await stage.press('ben', answerControl.text({ round, option: 'a' }))
    expect(result.tone).toBe('right')
    expect(words(result)).toContain('Remember: Drain first.')
    for (const who of ['ada', 'cleo', 'dora', 'eve']) await stage.press(who, answerControl.text({ round, option: who === 'ada' ? 'a' : 'b' }))
    expect(words(await stage.press('ben', control(result, 'More')))).toContain('Source: https://wiki.example.org/queue')
    await stage.until('2026-03-10T10:00Z')
    expect(words(await stage.type('owner', 'insight hardest'))).toContain('Who restarts the queue at night?\nFrom your team\n2 of 5 right')
    expect(words(await stage.type('owner', 'insight topics'))).toContain('From your team · 2 of 5 right')
    expect(words(await stage.type('owner', 'questions'))).toContain('asked once · Who restarts the queue')
    expect(words(await stage.type('ben', 'me'))).toContain('All time: 1 point, 1 of 1 right (100%)')
    await stage.until('2026-03-11T09:00Z')
    expect(words(post()?.screen as Screen)).not.toContain('Who restarts the queue')
  })

  it('is for managers alone, by command, form, and button', async () => {
    await opened()
    const draft = await stage.type('owner', line)
    for (const typed of ['questions', 'questions 2', 'add-question', line]) expect(words(await stage.type('ada', typed))).toContain('Only managers can do that')
    expect(words((await fill(filled, undefined, 'ada') as Reply & { screen: Screen }).screen)).toContain('Only managers can do that')
    for (const button of [...buttons(draft), ...buttons(await stage.type('owner', 'questions'))]) expect(words(await stage.press('ada', button.control))).toContain('Only managers can do that')
    expect(words(await stage.press('ada', choices(draft)?.options[0]?.control ?? ''))).toContain('Only managers can do that')
  })

  it('is filled in by form, which says what is wrong at its field and keeps what was typed', async () => {
    await opened()
    const form = await stage.typeFor('owner', 'add-question')
    expect(form).toMatchObject({ to: 'form', form: { command: 'add-question', fields: [{ name: 'stem' }, { name: 'options' }, { name: 'explanation' }, { name: 'keyPoint', optional: true }, { name: 'source' }] } })
    const wrong = await fill({ ...filled, options: 'One\nOne', stem: 'Select three.' })
    expect(wrong).toMatchObject({ to: 'form-errors', errors: { options: expect.stringContaining('No option is marked as right') }, typed: { stem: 'Select three.' } })
    expect(await fill({ ...filled, options: '* One\n- one!\n- All of the above' })).toMatchObject({ to: 'form-errors', errors: { options: expect.stringMatching(/options A and B say the same.*option C is about the other options/isu) } })
    const saved = (await fill(filled)).screen
    expect(words(saved)).toContain('Saved as a draft')
    expect(choices(saved)?.options.map(({ text }) => plain(text))).toEqual(['The team on call', 'Whoever sees it first', 'Nobody until Monday'])
    expect(words(await stage.press('owner', choices(saved)?.options[0]?.control ?? ''))).not.toContain('Remember:')
  })

  it('is changed by form; once asked, it stays as it was, and has to be approved again', async () => {
    await opened()
    const draft = (await fill(filled)).screen
    const approved = await stage.press('owner', control(draft, 'Approve'))
    await stage.until('2026-03-09T09:00Z')
    const round = post()?.round ?? ''
    const id = choices(approved)?.id ?? ''
    const form = await stage.send({ kind: 'press', control: control(approved, 'Change'), chosen: [] } as never, 'owner')
    expect(form).toMatchObject({ to: 'form', form: { about: id }, values: { options: '* The team on call\n- Whoever sees it first\n> Two restarts lose orders.\n- Nobody until Monday' } })
    const changed = (await fill({ ...filled, options: '* Nobody until Monday\n- The team on call' }, id)).screen
    expect(words(changed)).toContain('Nobody is asked it again until you approve the new version')
    expect(labels(changed)).toContain('Approve')
    expect(words(await stage.press('owner', control(draft, 'Approve')))).toContain('This question has changed')
    expect((await stage.press('ben', answerControl.text({ round, option: 'a' }))).tone).toBe('right')
    expect(words(await stage.type('owner', 'status'))).not.toContain('removed')
    expect(words((await fill(filled, teamQuestionId('nowhere', 'e', 0))).screen)).toContain('This question is gone')
  })

  it('is deleted after a question, or asked no more; old buttons say so', async () => {
    await opened()
    const draft = (await fill(filled)).screen
    const approved = await stage.press('owner', control(draft, 'Approve'))
    expect(words(await stage.press('owner', control(approved, 'Stop asking it')))).toContain('It’s a draft again')
    await stage.until('2026-03-09T09:00Z')
    expect(words(post()?.screen as Screen)).not.toContain('Who restarts')
    const sure = await stage.press('owner', control(draft, 'Delete'))
    expect(words(sure)).toContain('It can’t be brought back')
    expect(words(await stage.press('owner', control(sure, 'Keep it')))).toContain('Who restarts the queue')
    const gone = await stage.press('owner', control(sure, 'Delete'))
    expect(words(gone)).toContain('Deleted.')
    expect(words(gone)).toContain('Your team hasn’t written any questions yet')
    for (const label of ['Approve', 'Change', 'Delete']) expect(words(await stage.press('owner', control(draft, label)))).toContain('This question is gone')
  })

  it('cannot be approved without an explanation and a source, and says what is worth a second look', async () => {
    await opened()
    const draft = await stage.type('owner', 'add-question The queue stands still. Who restarts it? | * The team on call and nobody else in the whole company at all | - All | - Me')
    expect(words(draft)).toContain('Before it can be approved')
    expect(words(draft)).toContain('Nothing says why the right answer is right.')
    expect(words(draft)).toContain('There’s no source')
    expect(labels(draft)).not.toContain('Approve')
    const forged = `v1:team-approve:${choices(draft)?.id}:1`
    expect(words(await stage.press('owner', forged))).toContain('Before it can be approved')
    const copied = stage.course.questions[0]?.stem ?? ''
    expect(words(await stage.type('owner', `add-question ${copied.replaceAll('|', '')} | * One thing | - Two things | - Three | Why: Because. | Source: Page 3`))).toContain('of its words with another question')
  })

  it('pings nobody, and comes from its own channel alone', async () => {
    await opened()
    const draft = await stage.type('owner', 'add-question @everyone <!channel> who is paged? | * <@U123> | - @here | Why: *Them* always. | Source: Page 3')
    await stage.press('owner', control(draft, 'Approve'))
    await stage.until('2026-03-09T09:00Z')
    const asked = post()?.screen as Screen
    expect(asked.pings).toBeUndefined()
    expect(asked.blocks[0]).toEqual({ kind: 'paragraph', text: ['@everyone <!channel> who is paged?'] })
    expect(await stage.ledger.teamQuestions.of('terminal:team:other')).toEqual([])
    expect(here.place).toBe('terminal:team:general')
  })
})

describe('several questions as text', () => {
  it('are drafts; one that cannot be read keeps no other one out', async () => {
    await opened()
    const gift = '// night\n::Q1:: Who is on call? {=Ops #They are.~Dev#No: see http\\://wiki ~Sales}\n\nMatch {=a -> b =c -> d}\n\nHow many? {#5}\n\nBroken {=a ~b'
    const imported = await stage.type('owner', `add-question ${gift}`)
    expect(imported.title).toBe('Added 1 draft')
    expect(words(imported)).toContain('1 question from GIFT')
    expect(words(imported)).toContain('3 questions left out')
    expect(words(imported)).toContain('It asks to match pairs.')
    const list = await stage.press('owner', control(imported, 'Look at them'))
    expect(words(list)).toContain('Draft · Who is on call?')
    expect(words(await stage.press('owner', control(list, 'Open 1')))).toContain('There’s no source')
    for (const nothing of ['hello', '<quiz><a>', 'Who? | * A']) expect(words(await stage.type('owner', `add-question ${nothing}`))).toContain('I couldn’t add that')
  })
})
