// Two sides, what they have in common, and what comes of it: two boxes above one.
import { breakText } from './measure.ts'
import type { Areas, Side } from './picture.ts'
import { arrow, box, card, cardWidth, colors, innerWidth, lineHeight, lines, margin, sideColors, sizes, type Area, type Drawn } from './svg.ts'

const pad = 12
const gap = 12
const arrowLength = 30

export function drawAreas(picture: Areas): Drawn {
  return card(breakText(picture.title, { size: sizes.title, bold: true }, innerWidth), (top) => {
    const sides = drawSides(picture.sides, top)
    const joint = drawJoint(picture, top + sides.height + arrowLength)
    const height = sides.height + arrowLength + joint.height
    if (picture.result === undefined) return { svg: sides.svg + joint.svg, height }
    const result = drawResult(picture.result, top + height)
    return { svg: sides.svg + joint.svg + result.svg, height: height + result.height }
  })
}

/** All as high as the highest, each with an arrow to what they have in common. */
function drawSides(sides: Areas['sides'], top: number): Drawn {
  const width = (innerWidth - (sides.length - 1) * gap) / Math.max(1, sides.length)
  const inner = width - 2 * pad
  const parts = sides.map(({ title, points, side }) => ({ side, head: breakText(title, { size: sizes.heading, bold: true }, inner), points: pointLines(points, inner) }))
  const height = Math.max(...parts.map(({ head, points }) => head.length * lineHeight(sizes.heading) + (points.length === 0 ? 0 : 6) + points.length * lineHeight(sizes.text))) + 2 * pad
  const svg = parts.map(({ side, head, points }, index) => {
    const area = { x: margin + index * (width + gap), y: top, width, height }
    const middle = area.x + width / 2
    return framed(area, side, head) + lines(area.x + pad, top + pad + head.length * lineHeight(sizes.heading) + 6, points, { size: sizes.text }) + arrow([{ x: middle, y: top + height }, { x: middle, y: top + height + arrowLength - 2 }])
  })
  return { svg: svg.join(''), height }
}

function framed(area: Area, side: Side, head: readonly string[]): string {
  const { fill, edge } = sideColors[side]
  return box(area, { fill, edge, radius: 8 }) + lines(area.x + pad, area.y + pad, head, { size: sizes.heading, bold: true, color: edge })
}

/** Each point begins with a dot; its further lines stand under its words. */
export const pointLines = (points: readonly string[], width: number): readonly string[] =>
  points.flatMap((point) => breakText(`• ${point}`, { size: sizes.text }, width))

function drawJoint({ joint, sides }: Areas, top: number): Drawn {
  const head = breakText(joint.title, { size: sizes.heading, bold: true }, innerWidth - 2 * pad)
  let [y, svg] = [top + pad + head.length * lineHeight(sizes.heading) + 8, '']
  const alone = joint.areas.every(({ halves }) => halves.length === 0)
  for (const row of alone ? inTwos(joint.areas) : joint.areas.map((area) => [area])) {
    const drawn = alone ? drawTitles(row.map(({ title }) => title), y) : drawHalves(row[0], sides, y)
    svg += drawn.svg
    y += drawn.height + 8
  }
  const height = y - 8 + pad - top
  return { height, svg: framed({ x: margin, y: top, width: innerWidth, height }, 'shared', head) + svg }
}

const inTwos = <Item>(all: readonly Item[]): readonly (readonly Item[])[] => Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(row * 2, row * 2 + 2))

function drawTitles(titles: readonly string[], top: number): Drawn {
  const width = (innerWidth - 2 * pad - (titles.length - 1) * 8) / titles.length
  const broken = titles.map((title) => breakText(title, { size: sizes.text }, width - 20))
  const height = Math.max(...broken.map(({ length }) => length)) * lineHeight(sizes.text) + 14
  const boxes = broken.map((words, index) => {
    const x = margin + pad + index * (width + 8)
    return box({ x, y: top, width, height }, { fill: colors.paper, edge: sideColors.shared.edge }) + lines(x + 10, top + 7, words, { size: sizes.text })
  })
  return { height, svg: boxes.join('') }
}

/** What each side does, in the color of the side. */
function drawHalves(area: Areas['joint']['areas'][number] | undefined, sides: Areas['sides'], top: number): Drawn {
  if (area === undefined) return { svg: '', height: 0 }
  const x = margin + pad
  const width = innerWidth - 2 * pad
  const head = breakText(area.title, { size: sizes.text, bold: true }, width - 20)
  let [y, svg] = [top + 7 + head.length * lineHeight(sizes.text), lines(x + 10, top + 7, head, { size: sizes.text, bold: true })]
  for (const [index, half] of area.halves.entries()) {
    const words = breakText(half, { size: sizes.text }, width - 20)
    svg += lines(x + 10, y, words, { size: sizes.text, color: sideColors[sides[index]?.side ?? 'shared'].edge })
    y += words.length * lineHeight(sizes.text)
  }
  const height = y + 7 - top
  return { height, svg: box({ x, y: top, width, height }, { fill: colors.paper, edge: sideColors.shared.edge }) + svg }
}

function drawResult(result: string, top: number): Drawn {
  const words = breakText(result, { size: sizes.heading, bold: true }, innerWidth - 2 * pad)
  const height = words.length * lineHeight(sizes.heading) + 2 * pad
  const area = { x: margin, y: top + arrowLength, width: innerWidth, height }
  const down = arrow([{ x: cardWidth / 2, y: top }, { x: cardWidth / 2, y: top + arrowLength - 2 }])
  const written = words.map((line, index) => lines(cardWidth / 2, area.y + pad + index * lineHeight(sizes.heading), [line], { size: sizes.heading, bold: true, color: colors.paper, anchor: 'middle' }))
  return { height: arrowLength + height, svg: down + box(area, { fill: sideColors.shared.edge, radius: 8 }) + written.join('') }
}
