// The process that draws an SVG once; fails if that can't be done, with the reason on its standard output. Run by draw-once.ts alone.
import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

try {
  new Resvg(readFileSync(process.argv[2] ?? '', 'utf8'), { font: { loadSystemFonts: false } }).render()
} catch (fault) {
  process.stdout.write(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 1
}
