// Courses that change while the bot is running: each is taken up whole, after a clean check, or not at all.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveCourses } from '../src/course/courses.ts'
import { openCourses } from '../src/course/open-courses.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { openLedger } from '../src/ledger/sqlite/sqlite-ledger.ts'
import { taughtFrom } from '../src/service/courses.ts'
import { createReload } from '../src/service/reload.ts'

const houseRules = join(import.meta.dirname, 'courses/house-rules')

let folder: string
let ledger: Ledger
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reload-'))
  ledger = await openLedger(':memory:')
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

function course(name: string, id = 'house-rules'): string {
  const dir = join(folder, name)
  cpSync(houseRules, dir, { recursive: true })
  change(dir, 'course.yaml', 'id: house-rules', `id: ${id}`)
  return dir
}

function change(dir: string, file: string, passage: string, instead: string): void {
  const text = readFileSync(join(dir, file), 'utf8')
  expect(text).toContain(passage)
  writeFileSync(join(dir, file), text.replace(passage, instead))
}

async function started(folders: readonly string[]) {
  const cacheDir = join(folder, 'cache')
  const opened = await openCourses(folders, cacheDir)
  const live = liveCourses(await taughtFrom(opened, ledger))
  const warnings: string[] = []
  const quiet = () => undefined
  let taken = 0
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const reload = createReload(opened, { folders, cacheDir, ledger, live, now: () => 7, log, warn: (_, sentence) => void warnings.push(sentence), taken: async () => void (taken += 1) })
  const titles = () => live.courses.all.map(({ course: { title } }) => title)
  return { ...live, reload, warnings, titles, timesTaken: () => taken, questions: () => live.courses.bank.questions.map(({ id }) => id) }
}

const bulb = `
  - id: broken-bulb
    difficulty: easy
    owner: tenant
    form: who-owns
    stem: The bulb over a tenant's kitchen table burns out on a Sunday. Who gets a new one?
    options:
      a: The landlord, with the next round of repairs
      b: The tenant, as part of keeping up the apartment
      c: Both, each paying for half of the bulb
    key: [b]
    explanation: Replacing light bulbs belongs to the apartment, and the apartment is kept in order by the tenant.
    whyNot:
      a: Repairs by the landlord are about the building and its heating.
      c: The lease doesn't split small purchases.
    keyPoint: Small things of the apartment are the tenant's.
    sources: [lease / The building]
`

describe('a course whose files change', () => {
  it('is taken up whole once they stay as they are, and whoever has the old one keeps it', async () => {
    const dir = course('one')
    const bot = await started([dir])
    const before = bot.courses.at(1)
    expect(await bot.reload.look()).toBeUndefined()
    appendFileSync(join(dir, 'questions/repairs.yaml'), bulb)
    expect(await bot.reload.look()).toBeUndefined()
    expect(await bot.reload.look()).toEqual({ lines: ['house-rules: reloaded, with 4 questions (1 new).'], failed: false })
    expect(bot.questions()).toContain('broken-bulb')
    expect(bot.courses.at(1).bank.contents.has('broken-bulb')).toBe(true)
    expect([before.course.questions.length, before.bank.questions.length]).toEqual([3, 3])
    expect([bot.courses.newsOf(1), bot.timesTaken()]).toEqual([{ kind: 'taken', at: 7 }, 1])
    expect(await bot.reload.look()).toBeUndefined()
    expect((await bot.reload.now()).lines).toEqual(['house-rules: nothing has changed.'])
  })

  it('is taken up also if they changed while the bot was starting', async () => {
    const dir = course('one')
    const bot = await started([dir])
    appendFileSync(join(dir, 'questions/repairs.yaml'), bulb)
    expect([await bot.reload.look(), (await bot.reload.look())?.lines]).toEqual([undefined, ['house-rules: reloaded, with 4 questions (1 new).']])
  })

  it('goes on as it was while they have errors, and is taken up when they are mended', async () => {
    const dir = course('one')
    const bot = await started([dir])
    change(dir, 'course.yaml', 'title: Who looks', 'title: Now who looks')
    change(dir, 'questions/safety.yaml', 'key: [a, c]', 'key: [a, f]')
    const report = await bot.reload.now()
    expect(report).toMatchObject({ failed: true, lines: [expect.stringMatching(/questions\/safety.yaml:\d+ error \[key-option\][^]*The bot goes on with house-rules as it was\.$/u)] })
    expect([bot.titles(), bot.warnings, bot.courses.newsOf(1)?.kind]).toEqual([['Who looks after a rented apartment'], report.lines, 'refused'])
    expect(await bot.reload.look()).toBeUndefined()
    change(dir, 'questions/safety.yaml', 'key: [a, f]', 'key: [a, c]')
    expect(await bot.reload.now()).toMatchObject({ failed: false })
    expect([bot.titles(), bot.courses.newsOf(1)?.kind]).toEqual([['Now who looks after a rented apartment'], 'taken'])
  })

  it('says nothing more of errors that are taken back', async () => {
    const dir = course('one')
    const bot = await started([dir])
    change(dir, 'questions/safety.yaml', 'key: [a, c]', 'key: [a, f]')
    await bot.reload.now()
    change(dir, 'questions/safety.yaml', 'key: [a, f]', 'key: [a, c]')
    expect((await bot.reload.now()).lines).toEqual(['house-rules: nothing has changed.'])
    expect(bot.courses.newsOf(1)).toBeUndefined()
  })

  it('may be changed by a link that leads elsewhere from one moment to the next, as in Kubernetes', async () => {
    course('..1')
    const next = course('..2')
    change(next, 'course.yaml', 'title: Who looks', 'title: Now who looks')
    symlinkSync('..1', join(folder, '..data'))
    mkdirSync(join(folder, 'mounted'))
    for (const name of ['course.yaml', 'documents', 'questions', 'facts.yaml', 'responsibilities.yaml', 'glossary.yaml', 'flashcards.yaml', 'cases.yaml', 'tips.yaml', 'checklist.yaml', 'diagrams.yaml']) symlinkSync(`../..data/${name}`, join(folder, 'mounted', name))
    const bot = await started([join(folder, 'mounted')])
    symlinkSync('..2', join(folder, '..data_tmp'))
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
    expect([await bot.reload.look(), (await bot.reload.look())?.failed]).toEqual([undefined, false])
    expect(bot.titles()).toEqual(['Now who looks after a rented apartment'])
  })
})

describe('a folder of courses', () => {
  it('gets another one, which has a number of its own', async () => {
    course('all/one')
    const bot = await started([join(folder, 'all')])
    course('all/two', 'other-rules')
    expect(await bot.reload.now()).toEqual({ failed: false, lines: ['house-rules: nothing has changed.', 'other-rules: added, with 3 questions.'] })
    expect([await ledger.courses.known(), bot.questions().filter((id) => id.startsWith('2.')).length]).toEqual([['house-rules', 'other-rules'], 3])
  })

  it('takes one course up where another has errors', async () => {
    const [one, two] = [course('all/one'), course('all/two', 'other-rules')]
    const bot = await started([join(folder, 'all')])
    const kept = bot.courses.at(1)
    change(one, 'questions/safety.yaml', 'key: [a, c]', 'key: [a, f]')
    change(two, 'course.yaml', 'title: Who looks', 'title: Now who looks')
    expect(await bot.reload.now()).toMatchObject({ failed: true, lines: [expect.stringMatching(/goes on with house-rules as it was/u), 'other-rules: reloaded, with 3 questions.'] })
    expect(bot.titles()).toEqual(['Who looks after a rented apartment', 'Now who looks after a rented apartment'])
    expect(bot.courses.at(1)).toBe(kept)
  })

  it('takes up no second course of the same id, and none whose id has changed', async () => {
    const one = course('all/one')
    const bot = await started([join(folder, 'all')])
    course('all/two')
    expect(await bot.reload.now()).toMatchObject({ failed: true, lines: ['house-rules: nothing has changed.', expect.stringMatching(/has the id "house-rules", as the one in .*all\/one does. Give one of them another id.\nThe bot goes on without it./u)] })
    rmSync(join(folder, 'all/two'), { recursive: true })
    change(one, 'course.yaml', 'id: house-rules', 'id: renamed')
    expect((await bot.reload.now()).lines).toEqual([expect.stringMatching(/has another id, "renamed" instead of "house-rules". That takes a restart.\nThe bot goes on with house-rules as it was./u)])
    expect(await ledger.courses.known()).toEqual(['house-rules'])
  })

  it('keeps one that is gone until the bot is restarted', async () => {
    course('all/one')
    const two = course('all/two', 'other-rules')
    const bot = await started([join(folder, 'all')])
    rmSync(two, { recursive: true })
    expect((await bot.reload.now()).lines).toContain('other-rules: its folder is gone. The bot teaches it until it\'s restarted.')
    expect(bot.courses.all).toHaveLength(2)
    const again = await started([join(folder, 'all')])
    expect([again.courses.all.length, again.courses.has(2), again.courses.at(2).course.id]).toEqual([1, false, 'other-rules'])
  })
})

describe('at the start', () => {
  it('a course with errors is left out, and said to be, and comes once it is mended', async () => {
    course('all/one')
    const two = course('all/two', 'other-rules')
    await started([join(folder, 'all')])
    change(two, 'questions/safety.yaml', 'key: [a, c]', 'key: [a, f]')
    const { refused } = await openCourses([join(folder, 'all')], join(folder, 'cache'))
    expect(refused.map(({ message }) => message)).toEqual([expect.stringMatching(/all\/two has 2 errors/u)])
    const bot = await started([join(folder, 'all')])
    expect([bot.courses.all.length, bot.courses.has(2)]).toEqual([1, false])
    change(two, 'questions/safety.yaml', 'key: [a, f]', 'key: [a, c]')
    await bot.reload.now()
    expect(bot.courses.has(2)).toBe(true)
  })

  it('the first time, none may have errors, and never may two have the same id', async () => {
    course('all/one')
    const two = course('all/two', 'other-rules')
    change(two, 'questions/safety.yaml', 'key: [a, c]', 'key: [a, f]')
    await expect(started([join(folder, 'all')])).rejects.toThrow(/all\/two has 2 errors/u)
    rmSync(two, { recursive: true })
    course('all/two')
    await expect(started([join(folder, 'all')])).rejects.toThrow(/Two courses have the id "house-rules": this one and the one in .*all\/one/u)
  })
})
