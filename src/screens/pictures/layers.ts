// Stacks of layers on top of each other, each in the color of whose it is.
import { breakText } from './measure.ts'
import type { Layers, Side } from './picture.ts'
import { box, card, colors, innerWidth, lineHeight, lines, margin, sideColors, sizes, type Drawn } from './svg.ts'

const pad = 12
const between = 12
const gap = 6

export function drawLayers({ title, stacks }: Layers): Drawn {
  return card(breakText(title, { size: sizes.title, bold: true }, innerWidth), (top) => {
    let [y, svg] = [top, '']
    for (const stack of stacks) {
      const drawn = drawStack(stack, y)
      svg += drawn.svg
      y += drawn.height + between
    }
    return { svg, height: y - between - top }
  })
}

function drawStack({ title, note, points, side }: Layers['stacks'][number], top: number): Drawn {
  const head = breakText(note === undefined ? title : `${title}: ${note}`, { size: sizes.heading, bold: true }, innerWidth - 2 * pad)
  const headHeight = head.length * lineHeight(sizes.heading) + 8
  let [y, svg] = [top + pad + headHeight, '']
  for (const point of points) {
    const drawn = drawLayer(point, y, side)
    svg += drawn.svg
    y += drawn.height + gap
  }
  const height = y - gap + pad - top
  const { fill, edge } = sideColors[side]
  const frame = box({ x: margin, y: top, width: innerWidth, height }, { fill, edge, radius: 8 })
  return { height, svg: frame + lines(margin + pad, top + pad, head, { size: sizes.heading, bold: true, color: edge }) + svg }
}

function drawLayer(point: string, top: number, side: Side): Drawn {
  const width = innerWidth - 2 * pad
  const words = breakText(point, { size: sizes.text }, width - 20)
  const height = words.length * lineHeight(sizes.text) + 12
  const { edge } = sideColors[side]
  return { height, svg: box({ x: margin + pad, y: top, width, height }, { fill: colors.paper, edge }) + lines(margin + pad + 10, top + 6, words, { size: sizes.text }) }
}
