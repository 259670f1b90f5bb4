// “How do I delete my data?” and sentences like it were “not in the documents”.
import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/features/lookup/look-up.ts'
import { runControl } from '../../src/screens/control.ts'
import { commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { buttons } from '../features/session-screens.ts'

describe.each(['data/aws-shared-responsibility', 'tests/courses/house-rules'])('asked beside %s', (folder) => {
  const { course, lookup } = courseOf(folder)
  const ask = (asked: string) => lookUp({ course, lookup, commands }, asked)
  const lines = (asked: string) => buttons(ask(asked)).flatMap(({ control }) => runControl.read(control)?.line ?? [])

  it.each([
    ['how do I delete my data?', 'forget'], ['delete my account', 'forget'], ['export my data', 'export'], ['what do you know about me?', 'export'], ['hide me', 'hide'], ['who sees my answers?', 'privacy'],
    ['is my name visible', 'privacy'], ['remove me from the leaderboard', 'privacy'], ['can I be anonymous?', 'privacy'], ['stop reminders', 'review off'], ['turn off notifications', 'review off'], ['how do I change the time?', 'settings'],
    ['unlink', 'unlink'], ['how do I unlink my accounts', 'unlink'], ['link my discord account', 'link'], ['how do I stop the daily question?', 'help pause'], ['how do I add my own questions', 'help add-question'],
    ['the answer is wrong', 'report'], ['I’m on vacation next week', 'away'], ['how do streaks work', 'me streak'],
  ])('“%s” leads to %s', (asked, line) => {
    const known = commands.parse(line)
    expect(lines(asked).map((each) => commands.parse(each))).toContainEqual(known)
  })

  it('and what is about the course stays with it', () => {
    const named = folder.startsWith('data') ? 'who deletes customer data in S3' : 'who repairs the heating'
    expect(lines(named).filter((line) => ['forget', 'privacy', 'export'].includes(line))).toEqual([])
    expect(ask('price of lunch').title).toBe('Not in the documents')
  })
})

it('a good hit stays the answer, with the command beside it', () => {
  const { course, lookup } = courseOf('data/aws-shared-responsibility')
  expect(lookUp({ course, lookup, commands }, 'delete my data').title).toBe('Deleting your own data')
})

it.each(['Who programmed you?', 'who made you', 'which model are you running on'])('“%s” is no question about the course', (asked) => {
  const { course, lookup } = courseOf('data/aws-shared-responsibility')
  expect(lookUp({ course, lookup, commands }, asked).title).toBe('Not in the documents')
})
