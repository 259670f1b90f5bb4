// An SVG that ends as it should, and still can't be drawn, is an error of the course: people would get a question without its picture.
import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { checkChanged, withPictures } from '../course/course-folder.ts'

const file = 'pictures/hall.svg'
const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">${inside}</svg>\n`)
const messages = (inside: string) => checkChanged(withPictures(svg(inside), file)).problems.filter(({ check }) => check.startsWith('picture')).map(({ level, message }) => `${level} ${message}`)

/** Each stage stands ten times in the next one. */
const bomb = `<defs><g id="g0"><rect width="9" height="9"/></g>${Array.from({ length: 9 }, (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#g9"/>`

it.each([
  ['tags that stay open', '<g><rect width="300" height="200">'],
  ['groups in groups without end', `${'<g>'.repeat(5_000)}${'</g>'.repeat(5_000)}`],
  ['parts that multiply', bomb],
])('%s', (_, inside) => {
  expect(messages(inside)[0]).toMatch(/^error cold-radiators: pictures\/hall\.svg (?:can’t be drawn|takes longer)/u)
})

it('a good one is taken', () => {
  expect(messages('<g><use href="#a"/></g><rect id="a" width="300" height="200"/>')).toEqual([])
})
