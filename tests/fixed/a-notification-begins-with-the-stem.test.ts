// Each morning's notification began with the same words, “Question of the day”, and Slack's text named people and channels in no way
// that Slack resolves.
import { describe, expect, it } from 'vitest'
import { render } from '../../src/platforms/slack/outgoing/render.ts'
import { plainScreen } from '../../src/platforms/slack/outgoing/plain-screen.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { samples } from '../samples.ts'

const sample = (name: string): Screen => samples.get(name) ?? notice('no sample', [])
const textOf = (...blocks: readonly Block[]): string => plainScreen({ name: 'notice', title: 'Title', tone: 'plain', blocks })

it.each(['question', 'question-two', 'question-recap'])('of %s begins with what is asked, and says it once', (name) => {
  const { text } = render(sample(name))
  expect(text).toMatch(name === 'question-two' ? /^An audit finds/u : /^A security scan of your Lambda functions/u)
  expect(text.match(/What do you answer\?|Which steps are your team/gu)).toHaveLength(1)
  expect(text).toContain('\nQuestion of the day\n')
})

describe('the text for notifications and screen readers', () => {
  it('names people, channels and groups as Slack shows them', () => {
    const text = textOf({ kind: 'paragraph', text: [{ kind: 'person', id: 'slack:T1/U1', name: 'Ada' }, ' in ', { kind: 'place', id: 'slack:T1/C1' }, ' for ', { kind: 'mention', id: 'slack:T1/S1' }] })
    expect(text).toBe('Title\n<@U1> in <#C1> for <!subteam^S1>')
  })

  it('escapes what people and the course wrote', () => {
    expect(textOf({ kind: 'paragraph', text: ['<@U9> & <!channel>'] })).toBe('Title\n&lt;@U9&gt; &amp; &lt;!channel&gt;')
  })

  it('says tables as records', () => {
    const table = { kind: 'table', columns: ['Part', 'Who', 'When'], rows: [['Runtime', 'AWS', 'always'], ['Libraries', 'You', 'at each build']] } as const
    expect(textOf(table)).toBe('Title\nPart: Runtime; Who: AWS; When: always\nPart: Libraries; Who: You; When: at each build')
  })

  it('is cut within no entity and no mention', () => {
    for (let pad = 2_980; pad < 3_000; pad += 1) {
      const { text } = render({ ...notice('', [['x'.repeat(pad), { kind: 'person', id: 'slack:T1/U0123456789', name: '' }, ' & more'.repeat(20)]]) })
      expect(text.length).toBeLessThanOrEqual(3_000)
      expect(text).toMatch(/^x+(?:<@U0123456789>)?(?: &amp; more)*[^&<]*…$/u)
    }
  })
})
