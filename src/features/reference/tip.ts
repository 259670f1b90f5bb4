// One tip, and the next of its kind.
import { withTitles } from '../../course/document-titles.ts'
import type { Course, Tip } from '../../course/course.ts'
import { hash } from '../../core/random.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { joined, strong } from '../../screens/text.ts'
import { referenceControls } from './face.ts'
import { written, writtenLine } from '../../screens/written.ts'

export type TipKind = Tip['kind']

const names: Readonly<Record<TipKind, string>> = { tip: 'Tip', trap: 'Exam trap', myth: 'Myth', analogy: 'A picture to keep in mind', 'memory-aid': 'Memory aid' }

/** @param chance decides which; the same for the same request */
export function someTip(course: Course, kind: TipKind | undefined, chance: string): Screen {
  const tips = tipsOf(course, kind)
  return tipScreen(course, tips[hash(chance) % Math.max(1, tips.length)], kind)
}

export function tipAfter(course: Course, kind: TipKind | undefined, id: string): Screen {
  const tips = tipsOf(course, kind)
  const at = tips.findIndex((tip) => tip.id === id)
  return tipScreen(course, tips[(at + 1) % Math.max(1, tips.length)], kind)
}

const tipsOf = ({ tips }: Course, kind: TipKind | undefined) => (kind === undefined ? tips : tips.filter((tip) => tip.kind === kind))

function tipScreen(course: Course, tip: Tip | undefined, kind: TipKind | undefined): Screen {
  return tip === undefined ? refusal('No tips', [['This course has none of this kind.']]) : shownTip({ ...tip, text: withTitles(course, tip.text), reality: tip.reality === undefined ? undefined : withTitles(course, tip.reality) }, kind)
}

export function shownTip(tip: Pick<Tip, 'id' | 'kind' | 'text' | 'sources'> & { readonly reality?: string | undefined }, kind: TipKind | undefined): Screen {
  const reality: Block[] = tip.reality === undefined ? [] : [{ kind: 'paragraph', text: [strong('In fact: '), ...written(tip.reality)] }]
  return {
    name: 'tip',
    title: names[tip.kind],
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: tip.kind === 'myth' ? joined(['“', ...writtenLine(tip.text), '”']) : written(tip.text) },
      ...reality,
      { kind: 'footnote', text: sourcesLine(tip.sources) },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Another one', control: referenceControls.tip.text({ kind: kind ?? 'any', after: tip.id }), primary: false },
          ...passageButtons(tip.sources, passagesOnScreen),
        ],
      },
    ],
  }
}
