// The texts for people in source files and pages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lists of words that people type in look-ups, not texts for people. */
const wordLists = /course\/lookup\/(?:neutral-words|words)\.ts$/u

export function filesIn(path: string): readonly string[] {
  if (/\.\w+$/u.test(path)) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.map((name) => join(path, name)).filter((name) => !wordLists.test(name)).sort()
}

type Text = { readonly line: number; readonly text: string }

export function textsOf(file: string): readonly Text[] {
  const content = readFileSync(file, 'utf8')
  return file.endsWith('.ts') ? literalsIn(content) : content.split('\n').map((text, at) => ({ line: at + 1, text }))
}

/** Comments, then strings. Rough: a quote in a regular expression may open a string, which ends with the line. */
const commentOrString = /\/\*[^]*?\*\/|(?<![:'"`\\])\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu

export function literalsIn(source: string): readonly Text[] {
  return [...source.matchAll(commentOrString)].flatMap(({ 0: found, index }) =>
    found.startsWith('/') ? [] : [{ line: source.slice(0, index).split('\n').length, text: found.slice(1, -1) }],
  )
}
