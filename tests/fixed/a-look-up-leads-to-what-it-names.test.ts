// A look-up denied what the course has (hospital, tips, diagram), answered “am I ready” with machine images, and led nowhere.
import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/features/lookup/look-up.ts'
import { runControl } from '../../src/screens/control.ts'
import { passageControl, passagesControl } from '../../src/screens/passage.ts'
import { openStage, words } from '../bot/stage.ts'
import { catalog, commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { buttons } from '../features/session-screens.ts'

const { course, lookup } = courseOf('data/aws-shared-responsibility')
const ask = (asked: string) => lookUp({ course, lookup, commands }, asked)
const lines = (asked: string) => buttons(ask(asked)).flatMap(({ control }) => runControl.read(control)?.line ?? [])
const opensPassage = (asked: string) => buttons(ask(asked)).some(({ control }) => (passageControl.read(control) ?? passagesControl.read(control)) !== undefined)

describe('a look-up has a button to the whole of what it shows', () => {
  it.each(['exam tips', 'common misconceptions', 'memory aids', 'scenario 2', 'bank scenario', 'key takeaways', 'quick reference', 'thought exercise', 'car rental', 'hospital', 'encryption'])('%s', (asked) => {
    expect(opensPassage(asked)).toBe(true)
  })

  it.each(course.documents.flatMap(({ sections }) => sections).filter(({ text, level }) => text !== '' && level > 1).map(({ heading }) => heading))('the section “%s”', (heading) => {
    expect([heading, opensPassage(heading)]).toEqual([heading, true])
  })
})

describe('a question for a table opens it', () => {
  it.each([
    ['table of who patches what per service', 'Patching Scenarios by Service Type'], ['ec2 rds workmail table', 'Responsibility Comparison Table'], ['training topics table', 'Security Awareness Topics'],
    ['route table', 'Subnets and route tables'],
  ])('%s: %s', (asked, title) => {
    expect(ask(asked).title).toBe(title)
  })
})

it.each(['hi', 'how are you today?', 'test'])('“%s” is answered with what can be asked', (asked) => {
  expect(ask(asked).title).toBe('Hi!')
})

describe('a look-up finds by name', () => {
  it.each(course.sheets.flatMap(({ id, title }) => [[title, id], [title.replaceAll('’', "'").toUpperCase(), id], [id.replaceAll('-', ' '), id]]))('“%s” is the sheet %s', (asked, id) => {
    expect(lines(asked)).toContain(`sheet ${id}`)
  })

  it.each(course.diagrams.flatMap(({ id, title }) => [[title, id], [`${id} diagram`, id], [`picture of ${title}`, id]]))('“%s” is the diagram %s', (asked, id) => {
    expect(lines(asked)).toContain(`diagram ${id}`)
  })

  it.each(course.cases.map(({ id, title }) => [title, id]))('“%s” is the case %s', (asked, id) => {
    expect(lines(asked)).toContain(`case ${id}`)
  })

  it('every control, with its category and a passage', () => {
    for (const { name, category } of course.controls) {
      const shown = ask(`control ${name}`)
      expect([name, words(shown)]).toEqual([name, expect.stringContaining(`${course.byId.controlCategories.get(category)?.name} control.`)])
      expect(opensPassage(`control ${name}`)).toBe(true)
    }
  })

  it('a term, and a service in the matrix', () => {
    expect(lines('what is a hypervisor?')).toContain('define Hypervisor')
    expect(lines('who patches ec2')).toContain('matrix ec2')
  })

  it.each([
    ['layer diagram', 'diagram layers'], ['layer', 'diagram layers'], ['apartment', 'diagram apartment'], ['collaboration model', 'diagram collaboration'],
    ['official page', 'sheet official-page'], ['myths', 'sheet myths'], ['hospital', 'case hospital-imaging'], ['bank scenario', 'case bank-portal'],
  ])('“%s”: %s', (asked, line) => {
    expect(lines(asked)).toContain(line)
  })

  it.each([['comparison table', 'Responsibility Comparison Table'], ['patching table', 'Patching Scenarios by Service Type'], ['quick reference', 'Quick Reference']])('“%s” is a table', async (asked, title) => {
    const button = buttons(ask(asked)).find(({ label }) => label.startsWith('Table: ') && label.includes(title.slice(0, 20)))
    const stage = await openStage('2026-03-02T12:00Z', { course: 'data/aws-shared-responsibility' })
    expect((await stage.press('ada', button?.control ?? '')).title).toBe(title)
    await stage.close()
  })
})

describe('what stands in the documents is not denied', () => {
  it.each([
    ['hospital', 'Scenario 1: Healthcare Provider'], ['motto', 'Shared Responsibility Model'], ['who tells whom', 'Incident Response'], ['difficulty', 'Chapter Overview'],
    ['Skarp', 'Shared Responsibility Model and Foundational Security Concepts'], ['aws handles all security', '"AWS Handles All Security"'], ['AWS will tell me if something is insecure', '"AWS Will Tell Me If Something Is Insecure"'],
  ])('“%s” is in “%s”', (asked, title) => {
    expect(ask(asked).title).toBe(title)
  })

  it('any three words in a row are somewhere, for every paragraph', () => {
    const denied = course.documents.flatMap(({ sections }) => sections).flatMap(({ text }) => text.split(/\n\s*\n/u)).flatMap((part) => {
      const some = (/^[\w' ]+/u.exec(part)?.[0] ?? '').split(' ').slice(0, 3)
      const asked = some.join(' ')
      return some.length === 3 && some.every((word) => word.length > 3) && lookup.ask(asked).kind === 'none' ? [asked] : []
    })
    expect(denied).toEqual([])
  })
})

describe('questions about the bot', () => {
  it.each([
    ['how am I doing', 'me'], ['am I ready', 'me'], ['who am I', 'me'], ['my mistakes', 'me'], ['am I on track?', 'me'], ['flashcards', 'cards'], ['flash cards', 'cards'], ['tips', 'tip'], ['exam', 'exam'],
    ['practice exam', 'exam'], ['glossary', 'define'], ['diagram', 'diagram'], ['leaderboard', 'board'], ['who is winning', 'board'], ['checklist', 'checklist'], ['comparison tables', 'compare'],
  ])('“%s” offers %s', (asked, name) => {
    expect(ask(asked).title).not.toBe('Not in the documents')
    const opened = lines(asked).map((line) => catalog.commands.parse(line)).flatMap((parsed) => (parsed.kind === 'known' ? [parsed.name] : []))
    expect(opened).toContain(name)
  })

  it('“myths” opens a myth', () => {
    expect(commands.parse(lines('myth')[0] ?? '')).toEqual({ kind: 'known', name: 'tip', values: { kind: 'myth' } })
  })
})

describe('an abbreviation is no everyday word', () => {
  it.each(['am i ready', 'who am i', 'am i allowed to do this', 'i am lost', 'what am i to do', 'pop music'])('“%s” names no owner', (asked) => {
    const answer = lookup.ask(asked)
    expect(answer.kind === 'row' ? answer.rows.map(({ title }) => title) : []).toEqual([])
  })

  it.each([['AMI', 'customer'], ['who patches our AMIs', 'customer'], ['IAM', 'customer'], ['who turns on cloud trail', 'customer'], ['edge pop', 'aws']])('“%s” still does', (asked, owner) => {
    const answer = lookup.ask(asked)
    expect(answer.kind === 'row' ? answer.rows.map((row) => row.owner) : [answer.kind]).toContain(owner)
  })
})

it('says what isn’t in the documents', () => {
  for (const asked of ['zzz', 'price of lunch', 'weather in Berlin']) expect(ask(asked).title).toBe('Not in the documents')
})
