// The thread that turns SVG text into PNG, since the pictures of a busy hour would otherwise pile up in the bot's own memory. It knows
// one font, by its files: without them, or with a file in another format, resvg draws no text and says nothing.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

/** `ink`: asks how many dark pixels there are, and not for the picture. */
export type ToThread = { readonly id: number; readonly svg: string; readonly ink: boolean }
export type FromThread = { readonly id: number; readonly png?: Uint8Array; readonly ink?: number; readonly fault?: string }

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}`))
const fontFiles = [font('400Regular/Inter_400Regular.ttf'), font('600SemiBold/Inter_600SemiBold.ttf')]

/** Twice as many pixels as units, for screens that show two in the place of one. */
const zoom = 2

function answer({ id, svg, ink }: ToThread): FromThread {
  try {
    const drawn = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' }, fitTo: { mode: 'zoom', value: zoom } }).render()
    return ink ? { id, ink: darkPixels(drawn.pixels) } : { id, png: drawn.asPng() }
  } catch (error) {
    return { id, fault: String(error) }
  }
}

/** Of four bytes each: red, green, blue, alpha. */
function darkPixels(pixels: Uint8Array): number {
  let dark = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 128) dark += 1
  return dark
}

parentPort?.on('message', (asked: ToThread) => parentPort?.postMessage(answer(asked), []))
