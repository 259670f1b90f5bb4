// A question with code in all its places, as each platform shows it: exactly, and plain where no code can be.
import { describe, expect, it } from 'vitest'
import type { QuestionContent } from '../../src/core/question.ts'
import { moreScreen, resultScreen } from '../../src/features/daily/result-screen.ts'
import { render as onDiscord } from '../../src/platforms/discord/outgoing/render.ts'
import { render as onSlack } from '../../src/platforms/slack/outgoing/render.ts'
import { render as onTerminal } from '../../src/platforms/terminal/outgoing/render.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { revealScreen } from '../../src/screens/reveal.ts'
import { oneRight, roundOfTwo, sampleRound } from '../../src/screens/sample-round.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'

const code = '{\n  "Action": "s3:*",\n\n\n  "Resource": "<@U1> & `x` https://x.example *a* \'b\' -- @everyone"\n}'
const content: QuestionContent = {
  ...oneRight,
  stem: `The team’s policy says "all":\n\n\`\`\`json\n${code}\n\`\`\`\n\nWhat does \`"s3:*"\` allow?`,
  options: [
    { id: 'a', text: 'Every action of `s3`' },
    { id: 'b', text: 'Only `s3:Get*`, or `` a`b ``' },
    { id: 'c', text: 'Nothing' },
    { id: 'd', text: 'It\'s "up" to <@U1>' },
  ],
  explanation: 'The star is for all.\n```\nall\n```',
  whyNot: { ...oneRight.whyNot, c: 'That would be:\n```\n"s3:Get*"\n  more\n```\nIt isn’t.' },
}

const json = (screen: Screen) => JSON.stringify(onSlack(screen).blocks)
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(texts) : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => (key === 'content' && typeof each === 'string' ? [each] : texts(each))) : [])
const discord = (screen: Screen) => texts(onDiscord(screen, commands).components).join('\n')
const terminal = (screen: Screen, columns = 46) => onTerminal(screen, { columns, color: false })

const asked = questionScreen(sampleRound, content, unanswered)

describe('code in a question', () => {
  it('is a block and spans on Slack, each as it was written', () => {
    const blocks = onSlack(asked).blocks
    expect(blocks[1]).toEqual({
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'The team’s policy says “all”:' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] },
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'What does ' }, { type: 'text', text: '"s3:*"', style: { code: true } }, { type: 'text', text: ' allow?' }] },
      ],
    })
    expect(json(asked)).toContain('{"type":"text","text":"a`b","style":{"code":true}}')
    expect(json(asked)).toContain('Answer D: Only s3:Get*, or a`b')
  })

  it('is a fenced block and spans on Discord, which no backtick of the code ends', () => {
    expect(discord(asked)).toContain(`\`\`\`json\n${code}\n\`\`\``)
    expect(discord(asked)).toContain('What does `"s3:*"` allow?')
    expect(discord(asked)).toContain('Only `s3:Get*`, or `` a`b ``')
    const ended = { ...content, stem: '````\n```\n@everyone\n```\n````\nWhat?' }
    expect(discord(questionScreen(sampleRound, ended, unanswered)).match(/```/gu)).toHaveLength(2)
  })

  it('keeps its lines in the terminal, and goes on behind an arrow where one is too long', () => {
    const shown = terminal(asked)
    expect(shown).toContain('\n    {\n      "Action": "s3:*",\n\n\n')
    expect(shown).toContain('↪ ')
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(46)
    expect(terminal(asked, 88)).toContain(`"Resource": "<@U1> & \`x\` https://x.example *a* 'b' -- @everyone"`)
  })

  it('stands in a list item and at an end, and what follows is no part of it', () => {
    const more = moreScreen(sampleRound, content)
    expect(json(more)).toContain('{"type":"rich_text_preformatted","elements":[{"type":"text","text":"\\"s3:Get*\\"\\n  more"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"It isn’t."}]},{"type":"rich_text_list"')
    expect(discord(more)).toContain('```\n"s3:Get*"\n  more\n```\nIt isn’t.\n- ')
    expect(terminal(more)).toContain('"s3:Get*"\n')
    const result = resultScreen(sampleRound, content, { chosen: ['a'], right: true, streak: 2 })
    expect(discord(result)).toContain('You answered **B: Every action of** `s3`')
    expect(discord(result)).toContain('The star is for all.\n```\nall\n```')
  })

  it('is shown in votes, and as words in a menu, in boxes and in a notification', () => {
    const votes = revealScreen(sampleRound, content, { answered: 1, votes: new Map([['a', 1]]), right: [] })
    expect(json(votes)).toContain('{"type":"text","text":"s3","style":{"code":true}}')
    const several = questionScreen(roundOfTwo, content, unanswered)
    expect(JSON.stringify(onDiscord(several, commands))).toContain('"label":"D. Only s3:Get*, or a`b"')
    expect(json(several)).toContain('"text":"s3:Get*","style":{"code":true}')
    expect(onSlack(asked).text.startsWith('The team’s policy says “all”:\n{\n  "Action": "s3:*",')).toBe(true)
    expect(onSlack(asked).text).toContain('&lt;@U1&gt; &amp;')
    expect(onSlack(asked).text.match(/What does/gu)).toHaveLength(1)
  })
})

