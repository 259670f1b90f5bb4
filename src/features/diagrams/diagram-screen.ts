// A diagram: first in words, then the picture of it. And the list of all diagrams.
import type { Source } from '../../core/question.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { pickList } from '../../screens/pick-list.ts'
import { pictureBlock } from '../../screens/pictures/blocks.ts'
import { backToFirst } from '../../screens/pictures/words.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { command, joined, strong, type Text } from '../../screens/text.ts'
import { writtenLine } from '../../screens/written.ts'
import { diagramControls } from './face.ts'
import type { DiagramPicture } from './picture-of.ts'

type Named = { readonly id: string; readonly title: string }

export type DiagramView = { readonly id: string; readonly picture: DiagramPicture; readonly alt: string; readonly sources: readonly Source[] }

/** @param all the diagrams of the course: after the last one comes the first again */
export function diagramScreen({ id, picture, alt, sources }: DiagramView, all: readonly Named[]): Screen {
  const next = all[(all.findIndex((each) => each.id === id) + 1) % Math.max(1, all.length)]
  return {
    name: 'diagram',
    title: picture.title,
    tone: 'plain',
    blocks: [
      ...inWords(picture),
      pictureBlock(picture, alt),
      { kind: 'footnote', text: sourcesLine(sources) },
      {
        kind: 'buttons',
        buttons: [
          ...passageButtons(sources, passagesOnScreen),
          ...(next === undefined || next.id === id ? [] : [{ label: 'Next diagram', control: diagramControls.diagram.text({ diagram: next.id }), primary: false }]),
          { label: 'All diagrams', control: diagramControls.diagrams.text({ page: 0 }), primary: false },
        ],
      },
    ],
  }
}

/** The same facts as in the picture. */
function inWords(picture: DiagramPicture): readonly Block[] {
  switch (picture.kind) {
    case 'layers':
      return picture.stacks.map(({ title, note, points }): Block => ({ kind: 'paragraph', text: [strong(note === undefined ? title : `${title}: ${note}`), ...points.flatMap((point) => joined(['\n', ...writtenLine(point)]))] }))
    case 'areas':
      return [
        { kind: 'list', items: picture.sides.map(({ title, points }) => named(title, points)) },
        { kind: 'heading', text: picture.joint.title },
        { kind: 'list', items: picture.joint.areas.map(({ title, halves }) => named(title, halves)) },
        ...(picture.result === undefined ? [] : ([{ kind: 'paragraph', text: ['Together: ', strong(picture.result)] }] as const)),
      ]
    case 'steps':
      return [
        { kind: 'list', items: [...picture.steps, ...(picture.loop === undefined ? [] : [picture.loop])].map(({ title, points }, index) => named(`${index + 1}. ${title}`, points)) },
        ...(picture.loop === undefined ? [] : ([{ kind: 'paragraph', text: [backToFirst] }] as const)),
        ...(picture.aside === undefined ? [] : ([{ kind: 'paragraph', text: named(picture.aside.title, picture.aside.points) }] as const)),
      ]
  }
}

const named = (title: string, points: readonly string[]): Text => [strong(title), ...rest(points)]

const rest = (points: readonly string[]): Text => (points.length === 0 ? [] : joined([' – ', ...writtenLine(points.join('; '))]))

/** @param asked what was typed and names no diagram */
export function listScreen(all: readonly Named[], page: number, asked?: string): Screen {
  if (all.length === 0) return refusal('No diagrams', [['This course has none. To see its documents: ', command('read')]])
  const picks = all.map(({ id, title }) => ({ label: title, control: diagramControls.diagram.text({ diagram: id }) }))
  const lead: Block[] = asked === undefined ? [] : [{ kind: 'paragraph', text: [`There’s no diagram “${asked.slice(0, 80)}”. There are these:`] }]
  return { name: 'diagrams', title: 'Which diagram?', tone: 'plain', blocks: [...lead, ...pickList(picks, { page, control: (to) => diagramControls.diagrams.text({ page: to }) })] }
}
