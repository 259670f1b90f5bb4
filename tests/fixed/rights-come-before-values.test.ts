// Who may not manage a quiz hears that first, and nothing about what they typed.
import { afterEach, expect, it } from 'vitest'
import { openStage, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const wrong = ['setup 25:00', 'setup nonsense', 'settings 25:00', 'settings nonsense', 'pause nonsense', 'resume 9', 'skip nonsense', 'now please', 'managers add', 'managers @bob', 'managers add a b c']

it.each(wrong)('“%s” of somebody who is not a manager', async (line) => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  expect((await stage.type('eve', line)).title).toBe('Only managers can do that')
  expect((await stage.type('ada', line)).title).not.toBe('Only managers can do that')
})

it('a setup of somebody who may not set up', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  for (const line of ['setup 25:00', 'setup nonsense', 'setup']) expect((await stage.type('guest', line)).title).toBe('Only some people can set this up')
})

it('a filled form of somebody who is not a manager, or no longer', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  const filled = (who: string) => stage.send({ kind: 'form', command: 'setup', values: { time: '25:00' } } as never, who)
  expect((await filled('eve')).screen.title).toBe('Only managers can do that')
  expect((await filled('ada')).to).toBe('form-errors')
})
