// Pictures of questions: which the checker takes, and that a question never shows another one than it was asked with.
import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPictures } from '../../src/pictures/pictures.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { contentOf, wordsOf } from '../../src/course/question-content.ts'
import { questionTasks, wordsOfTask } from '../../src/course/study-tasks.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { imagesOf } from '../../src/screens/pictures/blocks.ts'
import { sampleRound } from '../../src/screens/sample-round.ts'
import { chunk, pngOf } from '../fakes/png-of.ts'
import { alt, checkChanged, courseFolder, withPictures } from './course-folder.ts'

const png = pngOf(320, 200)
const gif = (frames: number) => Buffer.concat([Buffer.from('GIF89a\u0050\u0000\u0050\u0000\u0000\u0000\u0000', 'latin1'), ...Array.from({ length: frames }, () => Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 80, 0, 80, 0, 0, 2, 0])), Buffer.from([0x3b])])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0, 0xff, 0xd9])
const svg = (inside: string, size = 'viewBox="0 0 300 200"') => Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>\n`)

const found = (file: string, bytes: Uint8Array) => checkChanged(withPictures(bytes, file)).problems.filter(({ check }) => check.startsWith('picture') || check === 'file-unknown' || check === 'schema')

describe('a picture of a question', () => {
  it.each<[string, Uint8Array]>([
    ['pictures/hall.png', png], ['pictures/hall.jpg', jpeg], ['pictures/hall.gif', gif(1)], ['pictures/hall.svg', svg('<rect width="300" height="200"/>')],
  ])('may be %s', (file, bytes) => {
    expect(found(file, bytes)).toEqual([])
  })

  it.each<[string, string, Uint8Array, string]>([
    ['is another format than it says', 'pictures/hall.png', jpeg, 'pictures/hall.png is really a JPEG'],
    ['is no picture', 'pictures/hall.png', Buffer.from('hello'), 'pictures/hall.png is no picture that the bot knows'],
    ['is cut off', 'pictures/hall.png', png.subarray(0, png.length - 20), 'pictures/hall.png is damaged or incomplete'],
    ['moves', 'pictures/hall.gif', gif(2), 'pictures/hall.gif is animated'],
    ['moves, as a PNG', 'pictures/hall.png', Buffer.concat([png.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), png.subarray(33)]), 'pictures/hall.png is animated'],
    ['is tiny', 'pictures/hall.png', pngOf(20, 200), 'pictures/hall.png has 20 × 200 pixels'],
    ['is huge', 'pictures/hall.png', pngOf(4_100, 50), 'pictures/hall.png has 4100 × 50 pixels'],
    ['is heavy', 'pictures/hall.png', Buffer.concat([png, Buffer.alloc(1_000_001)]), 'pictures/hall.png has 1001 kB'],
    ['has no size', 'pictures/hall.svg', svg('', ''), 'pictures/hall.svg is damaged or incomplete'],
    ['runs scripts', 'pictures/hall.svg', svg('<script>x()</script>'), 'pictures/hall.svg has scripts, or parts that are in other files'],
    ['takes from elsewhere', 'pictures/hall.svg', svg('<image href="/etc/passwd"/>'), 'pictures/hall.svg has scripts, or parts that are in other files'],
    ['is no picture by its name', 'pictures/hall.webp', png, 'pictures/hall.webp doesn\'t have the name of a PNG, JPEG, GIF, or SVG'],
  ])('is refused if it %s', (_, file, bytes, message) => {
    const [first] = found(file, bytes)
    expect(first).toMatchObject({ level: 'error', file: 'questions/repairs.yaml', message: `cold-radiators: ${message}` })
    expect(first?.line).toBeGreaterThan(0)
  })

  it('is refused if it is not there, and told about if nobody sees it', () => {
    const changes = withPictures(png)
    expect(checkChanged({ ...changes, 'pictures/hall.png': 'x' }).found).toContain('questions/repairs.yaml:13 picture-type')
    const { 'pictures/hall.png': _, ...without } = changes
    expect(checkChanged(without).problems[0]).toMatchObject({ check: 'picture-missing', message: 'cold-radiators: pictures/hall.png cannot be opened (ENOENT)' })
    expect(checkChanged({ 'pictures/other.png': png }).problems).toMatchObject([{ level: 'warning', check: 'file-unknown', message: 'No question shows pictures/other.png' }])
  })

  it('has words that say what it shows', () => {
    for (const words of ['hall.png', 'pictures/hall.png', 'Hall', 'A hall.']) {
      const changes = Object.fromEntries(Object.entries(withPictures(png)).map(([name, text]) => [name, typeof text === 'string' ? text.replaceAll(alt, words) : text]))
      expect(checkChanged(changes).problems[0]).toMatchObject({ check: 'picture-alt', level: 'error' })
    }
  })

  it('is sent as it is; an SVG is drawn', async () => {
    const quiet = () => undefined
    const pictures = createPictures({ debug: quiet, info: quiet, warn: quiet, error: quiet })
    for (const [file, bytes, start] of [['pictures/hall.jpg', jpeg, jpeg], ['pictures/hall.svg', svg('<rect width="300" height="200"/>'), Buffer.from('\u0089PNG', 'latin1')]] as const) {
      const course = loadCourseOrThrow(courseFolder(withPictures(bytes, file)))
      const [picture] = course.pictures
      const sent = picture === undefined ? undefined : await pictures.draw({ kind: 'image', hash: picture.hash, type: picture.type, path: picture.path })
      expect(Buffer.from(sent ?? []).subarray(0, start.length)).toEqual(start)
    }
    await pictures.close()
  })

  it('is the one that the question was asked with, or stays away', async () => {
    const dir = courseFolder(withPictures(png))
    const before = loadCourseOrThrow(dir)
    const [question] = before.questions
    if (question === undefined) throw new Error('no question')
    const words = wordsOf(before, question)
    expect(words.image).toEqual({ hash: expect.any(String), type: 'png', alt })
    const round = { ...sampleRound, question: question.id, words, order: question.options.map(({ id }) => id), key: question.key }
    const task = questionTasks(before, [question.id], 'seed')[0]
    const shown = (course: typeof before) => imagesOf(questionScreen(round, contentOf(course, round), unanswered))[0]
    expect(shown(before)).toMatchObject({ alt, image: { path: join(dir, 'pictures/hall.png') } })

    writeFileSync(join(dir, 'pictures/hall.png'), pngOf(321, 200, 90))
    const warnings: unknown[] = []
    const quiet = () => undefined
    const pictures = createPictures({ debug: quiet, info: quiet, error: quiet, warn: (fields) => void warnings.push(fields) })
    const image = shown(before)?.image
    expect(image === undefined ? 'none' : await pictures.draw(image)).toBeUndefined()
    expect(warnings).toMatchObject([{ fault: 'hall.png has changed since the start' }])
    const after = loadCourseOrThrow(dir)
    expect(shown(after)).toEqual({ kind: 'image', alt, image: { kind: 'image', hash: words.image?.hash, type: 'png' } })
    expect(task === undefined ? 'none' : wordsOfTask(after, task)).toBeNull()
    await pictures.close()
  })
})
