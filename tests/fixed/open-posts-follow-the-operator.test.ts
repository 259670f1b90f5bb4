// After a correction on the command line, open posts kept what they showed until somebody answered.
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { correctInCourse } from '../../src/cli/correct.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { courseOf } from '../fakes/course-of.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const folder = 'data/aws-shared-responsibility'
let stage: Stage
afterEach(() => stage.close())

it.each([['the one before it', 0, 'Yesterday’s question doesn’t count.'], ['itself', 1, 'doesn’t count']])('also where the corrected question is %s', async (_name, corrected, shown) => {
  const file = join(newFolder(), 'ledger')
  stage = await openStage('2026-03-02T07:00Z', { course: folder, salt: 'x', file })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const day of ['02', '03']) {
    await stage.until(`2026-03-${day}T09:00Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    for (const who of ['ben', 'cy']) await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round).right }))
  }
  await stage.pass(60_000)
  const { channel } = stage
  const question = (await stage.ledger.rounds.find(channel.posts[corrected]?.round ?? ''))?.question
  const redrawn = () => words(channel.posts[1]?.redrawn ?? { name: '', title: '', tone: 'plain', blocks: [] })
  await stage.close()
  for (const undo of [false, true]) {
    const ledger = await openLedger(file)
    const { course } = courseOf(folder)
    const printed = await correctInCourse(question, undo ? { undo, yes: true } : { void: true, yes: true }, onlyCourse(course, noLookup), ledger, Date.parse('2026-03-03T09:30Z'))
    expect(printed).toHaveProperty('lines')
    await ledger.close()
    stage = await openStage('2026-03-03T10:00Z', { course: folder, salt: 'x', file, channel })
    await stage.pass(60_000)
    expect(redrawn().includes(shown)).toBe(!undo)
    if (!undo) await stage.close()
  }
})
