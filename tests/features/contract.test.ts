// What holds of every feature.
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../../src/features/features.ts'
import { channelControl, fileControl, runControl, innerControl } from '../../src/screens/control.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { catalog, commands } from '../catalog.ts'
import { samples } from '../samples.ts'

const controlsOn = (screen: Screen) =>
  screen.blocks.flatMap((block: Block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ control }) => control)
    return block.kind === 'choices' ? [...block.options.map(({ control }) => control), block.several] : []
  })

const linesOn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'command' && 'line' in value) return [String(value.line)]
  return Object.values(value).flatMap(linesOn)
}

describe('the features', () => {
  it('have no command and no alias twice', () => {
    const names = commands.list.flatMap(({ name, aliases = [] }) => [name, ...aliases])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('have no two controls that begin with the same word', () => {
    const all = features.flatMap(({ face }) => Object.values(face.controls).map(({ word }) => word))
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  })

  it('have one command for each role', () => {
    for (const role of ['start', 'help', 'free-text'] as const) expect(commands.list.filter((command) => command.role === role)).toHaveLength(1)
  })

  it.each(features.map((feature) => [Object.keys(feature.face.commands).join(', '), feature] as const))('of %s: there is an answer for each command and each control, and a sample', async (_, feature) => {
    const answers = await feature.answers()
    for (const name of Object.keys(feature.face.commands)) expect(answers.commands[name]).toBeTypeOf('function')
    for (const name of Object.keys(feature.face.controls)) expect(answers.controls[name]).toBeTypeOf('function')
    expect((await feature.samples()).samples(commands).size).toBeGreaterThan(0)
  })

  it('offer values for every option that takes words or a title', async () => {
    const offered = features.map(async ({ face, answers }) => {
      const { suggestions } = await answers()
      return Object.entries(face.commands).flatMap(([name, { options }]) =>
        Object.entries(options).flatMap(([option, { kind }]) => ((kind === 'words' || kind === 'title') && suggestions?.[name]?.[option] === undefined ? [`${name} ${option}`] : [])),
      )
    })
    expect((await Promise.all(offered)).flat()).toEqual([])
  })
})

/** A button that runs a command names one; one for a channel holds another button; any other says what a feature reads. */
function isAnswered(whole: string): boolean {
  const control = innerControl(whole)
  const there = channelControl.read(control)
  if (there !== undefined) return isAnswered(there.inner)
  const run = runControl.read(control) ?? fileControl.read(control)
  return run === undefined ? catalog.pressed(control) !== undefined : commands.parse(run.line).kind === 'known'
}

it('every kind of screen that a feature shows has a sample', () => {
  const folder = resolve(import.meta.dirname, '../../src/features')
  const sources = globSync('*/*-screen.ts', { cwd: folder }).map((file) => readFileSync(resolve(folder, file), 'utf8'))
  const kinds = sources.flatMap((source) => [...source.matchAll(/\bname: '([\w-]+)'/gu)].map(([, name = '']) => name))
  const shown = new Set([...samples.values()].map(({ name }) => name))
  expect(kinds.length).toBeGreaterThan(5)
  expect(kinds.filter((kind) => !shown.has(kind))).toEqual([])
})

describe('every screen', () => {
  it.each([...samples])('%s has only buttons that somebody answers', (_, screen) => {
    expect(controlsOn(screen).filter((control) => !isAnswered(control))).toEqual([])
  })

  it.each([...samples])('%s names only commands that there are', (_, screen) => {
    expect(linesOn(screen).filter((line) => commands.find(line.split(' ')[0] ?? '') === undefined)).toEqual([])
  })
})
