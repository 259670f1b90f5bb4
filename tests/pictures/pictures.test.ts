// Pictures as the platforms get them: the same one is drawn once, and what goes wrong is a line in the log.
import { describe, expect, it } from 'vitest'
import type { PngMaker } from '../../src/pictures/png.ts'
import { createPictures } from '../../src/pictures/pictures.ts'
import type { Picture } from '../../src/screens/pictures/picture.ts'

const bars = (label: string): Picture => ({ kind: 'bars', title: 'By topic', rows: [{ label, right: 1, of: 2 }] })

function open(png: Partial<PngMaker> = {}) {
  const lines: string[] = []
  const line = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`)
  const drawn: string[] = []
  const maker: PngMaker = {
    ink: async () => 100,
    draw: async (svg) => {
      drawn.push(svg)
      return new Uint8Array([1])
    },
    close: async () => undefined,
    ...png,
  }
  return { ...createPictures({ debug: line, info: line, warn: line, error: line }, maker), lines, drawn }
}

describe('a picture', () => {
  it('is drawn once for all who ask, also at the same time', async () => {
    const { draw, drawn } = open()
    expect(await Promise.all([draw(bars('a')), draw(bars('a')), draw(bars('b'))])).toEqual(Array.from({ length: 3 }, () => new Uint8Array([1])))
    await draw(bars('a'))
    expect(drawn.length).toBe(2)
  })

  it('that was pushed out by forty others is drawn again', async () => {
    const { draw, drawn } = open()
    await draw(bars('a'))
    for (let at = 0; at < 40; at += 1) await draw(bars(`other ${at}`))
    await draw(bars('a'))
    expect(drawn.filter((svg) => svg.includes('>a<')).length).toBe(2)
  })

  it('that fails is no picture but a line in the log, and is tried again', async () => {
    let fails = true
    const { draw, lines } = open({
      draw: async () => {
        if (fails) throw new Error('out of memory')
        return new Uint8Array([2])
      },
    })
    expect(await draw(bars('a'))).toBeUndefined()
    expect(lines).toEqual(['could not draw a picture; the text stands without it {"picture":"bars","fault":"out of memory"}'])
    fails = false
    expect(await draw(bars('a'))).toEqual(new Uint8Array([2]))
  })
})

describe('a machine that draws no text', () => {
  const broken: PngMaker['ink'] = () => Promise.reject(new Error('no such module'))
  it.each([
    ['has no ink', async () => 0, 'no text is drawn'],
    ['has no library', broken, 'no such module'],
  ] satisfies readonly [string, PngMaker['ink'], string][])('and %s gets no pictures, and one line in the log', async (_, ink, fault) => {
    const { draw, lines, drawn } = open({ ink })
    expect([await draw(bars('a')), await draw(bars('b'))]).toEqual([undefined, undefined])
    expect(drawn).toEqual([])
    expect(lines).toEqual([`pictures are off until the next start: this machine cannot draw text {"fault":"${fault}"}`])
  })
})
