// The real library in the real thread: text has ink, faults are told, and the thread ends when it has rested.
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPngMaker } from '../../src/pictures/png.ts'
import { drawSvg } from '../../src/screens/pictures/draw.ts'
import { text } from '../../src/screens/pictures/svg.ts'
import { samplePictures } from '../screens/sample-pictures.ts'

function maker(...given: Parameters<typeof createPngMaker>) {
  const made = createPngMaker(...given)
  onTestFinished(made.close)
  return made
}

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#fff"/>${inside}</svg>`
/** As it is written in the file: https://www.w3.org/TR/png/#11IHDR */
const sizeOf = (png: Uint8Array) => ['width', 'height'].map((_, at) => Buffer.from(png).readUInt32BE(16 + 4 * at))

describe('a drawing', () => {
  it('has ink where there is text, and none where there is none', async () => {
    const png = maker()
    expect(await png.ink(svg(''))).toBe(0)
    expect(await png.ink(svg(text(8, 30, 'x', { size: 30 })))).toBeGreaterThan(50)
    expect(await png.ink(svg(text(8, 30, 'x', { size: 30, bold: true })))).toBeGreaterThan(await png.ink(svg(text(8, 30, 'x', { size: 30 }))))
  })

  it('is a PNG of twice the size, for every kind of picture', async () => {
    const png = maker()
    for (const [name, picture] of samplePictures) {
      const drawing = drawSvg(picture)
      const drawn = await png.draw(drawing)
      expect([name, ...Buffer.from(drawn).subarray(0, 4)]).toEqual([name, 0x89, 0x50, 0x4e, 0x47])
      expect([name, ...sizeOf(drawn)]).toEqual([name, 1200, 2 * Number(/height="(\d+)" viewBox/u.exec(drawing)?.[1])])
      expect(drawn.byteLength).toBeLessThan(300_000)
    }
  })

  it('of what is no SVG fails, and the next one works', async () => {
    const png = maker()
    await expect(png.draw('<svg')).rejects.toThrow('SVG')
    expect((await png.draw(svg(''))).byteLength).toBeGreaterThan(50)
  })
})

describe('the thread', () => {
  it('is started again after it has rested, and after it was closed', async () => {
    const png = maker({ rest: 1 })
    for (let time = 0; time < 2; time += 1) {
      expect((await png.draw(svg(''))).byteLength).toBeGreaterThan(50)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await png.close()
    expect((await png.draw(svg(''))).byteLength).toBeGreaterThan(50)
  })

  it('that cannot load fails each drawing, and does not hang', async () => {
    const png = maker({}, new URL('data:text/javascript,throw new Error("no library here")'))
    await expect(png.draw(svg(''))).rejects.toThrow('no library here')
    await expect(png.draw(svg(''))).rejects.toThrow('no library here')
  })

  it('that says nothing is given up', async () => {
    const png = maker({ limit: 5 }, new URL('data:text/javascript,setInterval(() => undefined, 1000)'))
    await expect(png.draw(svg(''))).rejects.toThrow('not drawn within 5 ms')
  })
})
