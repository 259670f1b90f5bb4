// Steps one after the other, from top to bottom, so that a phone shows them large; and what the last one leads to.
import { pointLines } from './areas.ts'
import { breakText } from './measure.ts'
import type { Steps } from './picture.ts'
import { arrow, box, card, innerWidth, lineHeight, lines, margin, neutral, sideColors, sizes, type Area, type Drawn } from './svg.ts'

const pad = 12
const between = 28
/** Beside the steps, for the line that leads back to the first. */
const lane = 40

export function drawSteps({ title, steps, loop, aside }: Steps): Drawn {
  return card(breakText(title, { size: sizes.title, bold: true }, innerWidth), (top) => {
    const width = innerWidth - (loop === undefined ? 0 : lane)
    const all = [...steps, ...(loop === undefined ? [] : [loop])]
    const areas: Area[] = []
    let [y, svg] = [top, '']
    for (const [index, step] of all.entries()) {
      const drawn = drawStep({ ...step, title: `${index + 1}. ${step.title}` }, stepColors, y, width)
      areas.push({ x: margin, y, width, height: drawn.height })
      svg += drawn.svg
      y += drawn.height
      if (index < all.length - 1) svg += arrow([{ x: margin + width / 2, y }, { x: margin + width / 2, y: y + between - 2 }])
      y += between
    }
    const back = loop === undefined ? '' : drawWayBack(areas[0], areas.at(-1))
    if (aside === undefined) return { svg: svg + back, height: y - between - top }
    const list = drawStep(aside, neutral, y - between + 14, innerWidth)
    return { svg: svg + back + list.svg, height: y - between + 14 + list.height - top }
  })
}

type Step = Steps['steps'][number]

const stepColors = sideColors.customer

function drawStep({ title, points }: Step, { fill, edge }: typeof stepColors, top: number, width: number): Drawn {
  const head = breakText(title, { size: sizes.heading, bold: true }, width - 2 * pad)
  const words = pointLines(points, width - 2 * pad)
  const below = top + pad + head.length * lineHeight(sizes.heading) + (words.length === 0 ? 0 : 4)
  const height = below - top + words.length * lineHeight(sizes.text) + pad
  return {
    height,
    svg: box({ x: margin, y: top, width, height }, { fill, edge, radius: 8 }) + lines(margin + pad, top + pad, head, { size: sizes.heading, bold: true, color: edge }) + lines(margin + pad, below, words, { size: sizes.text }),
  }
}

/** From the last box around the others to the first. */
function drawWayBack(first: Area | undefined, last: Area | undefined): string {
  if (first === undefined || last === undefined) return ''
  const side = first.x + first.width
  const [up, down] = [first.y + first.height / 2, last.y + last.height / 2]
  return arrow([{ x: side, y: down }, { x: side + lane - 8, y: down }, { x: side + lane - 8, y: up }, { x: side + 2, y: up }])
}
