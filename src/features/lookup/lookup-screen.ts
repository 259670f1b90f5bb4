// The answer to a look-up: who is responsible, each side's part, and where it says so. Or that the documents don’t cover it.
import type { Source } from '../../core/question.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { fitsPhone } from '../../screens/phone.ts'
import { buttonRows } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { lookup } from './face.ts'
import type { Place } from './places.ts'
import { written } from '../../screens/written.ts'

/** `leads`: what of the course shows more of it. */
export type LookupView = { readonly words: string; readonly leads: readonly Place[] } & (
  | { readonly kind: 'responsibilities'; readonly rows: readonly ResponsibilityView[] }
  | { readonly kind: 'term'; readonly term: string; readonly definition: string; readonly note: string | null; readonly split: readonly OwnedView[]; readonly sources: readonly Source[] }
  /** `closest`: it fits, and may not be what was asked for. */
  | { readonly kind: 'passage'; readonly heading: string; readonly text: string; readonly closest: boolean; readonly sources: readonly Source[] }
  /** The question names screens of the course or of the bot. */
  | { readonly kind: 'places' }
  /** The documents speak of the thing, and not of what is asked about it. */
  | { readonly kind: 'lacking'; readonly lacks: string; readonly offered: readonly OwnedView[] }
  | { readonly kind: 'nothing'; readonly nearest: readonly string[]; readonly example: string | null }
)

/** Who is responsible for what has this title. */
export type OwnedView = { readonly title: string; readonly owner: string }

export type ResponsibilityView = {
  readonly title: string
  /** `AWS`, `The customer`, `Shared` */
  readonly owner: string
  /** Each side's half, a sentence, under the name of the side. */
  readonly halves: readonly { readonly party: string; readonly text: string }[]
  readonly note: string | null
  readonly sources: readonly Source[]
}

export function lookupScreen(view: LookupView): Screen {
  switch (view.kind) {
    case 'responsibilities': {
      const [only, ...others] = view.rows
      if (only === undefined || others.length > 0) return sideBySide(view.rows, view.leads)
      return fitting(only.title, [...responsibility(only), ...noteAndSources(only.note, only.sources)], only.sources, view.leads)
    }
    case 'term':
      return fitting(view.term, [{ kind: 'paragraph', text: written(view.definition) }, ...owned(view.split), ...noteAndSources(view.note, view.sources)], view.sources, [...view.split.map(leadTo), ...view.leads])
    case 'passage':
      return fitting(
        view.heading,
        [
          ...(view.closest ? [{ kind: 'paragraph', text: ["This passage comes closest. It doesn’t say who is responsible."] } as const] : []),
          { kind: 'paragraph', text: written(view.text) },
          ...noteAndSources(null, view.sources),
        ],
        view.sources,
        view.leads,
      )
    case 'places':
      return screen(`“${view.words.slice(0, 80)}”`, places(view.leads))
    case 'lacking':
      return screen('Not in the documents', lacking(view))
    case 'nothing':
      return screen('Not in the documents', nothing(view))
  }
}

/** Below a long answer, fewer of what else shows it, but always the first. */
function fitting(title: string, blocks: readonly Block[], sources: readonly Source[], leads: readonly Place[]): Screen {
  const drawn = (shown: number, passages = passagesOnScreen) => screen(title, [...blocks, ...further(sources, leads.slice(0, shown), passages)])
  return [leads.length, 2, 1].map((shown) => drawn(shown)).find(fitsPhone) ?? drawn(1, 2)
}

/** What each side does, for all of them at once. Each has a button to its notes and passages. Two leave room for what the question names. */
function sideBySide(rows: readonly ResponsibilityView[], leads: readonly Place[]): Screen {
  const buttons = rows.map(({ title }) => ({ label: title, control: lookup.controls.lookup.text({ words: title }) }))
  return screen(`Side by side: ${difference(rows)}`, [
    ...rows.flatMap((row): readonly Block[] => [{ kind: 'heading', text: row.title }, ...responsibility(row)]),
    { kind: 'footnote', text: ['For the notes and passages of one of them:'] },
    ...buttonRows([...buttons, ...(rows.length > 2 ? [] : leads.slice(0, 1))]),
  ])
}

const difference = (rows: readonly ResponsibilityView[]): string => (new Set(rows.map(({ owner }) => owner)).size > 1 ? 'different owners' : 'the same owner')

const owned = (split: readonly OwnedView[]): readonly Block[] => split.map(({ owner }) => ({ kind: 'paragraph', text: ['Responsible: ', strong(owner)] }))

const leadTo = ({ title }: OwnedView): Place => ({ kind: 'command', label: title, control: lookup.controls.lookup.text({ words: title }) })

function lacking({ lacks, offered }: Extract<LookupView, { kind: 'lacking' }>): readonly Block[] {
  return [
    { kind: 'paragraph', text: [lacks] },
    { kind: 'heading', text: 'Who is responsible' },
    { kind: 'facts', facts: offered.map(({ title, owner }) => ({ label: title, value: [owner] })) },
    ...buttonRows(offered.map(leadTo)),
  ]
}

/** The passages that it cites, and what else shows it. */
function further(sources: readonly Source[], leads: readonly Place[], passages: number): readonly Block[] {
  return [{ kind: 'buttons', buttons: passageButtons(sources, passages) }, ...buttonRows(leads)]
}

/** Commands need a word on what they do; everything else is called what it is. */
function places(leads: readonly Place[]): readonly Block[] {
  const told = leads.flatMap(({ label, about }) => (about === undefined ? [] : [[strong(label), `: ${about}`]]))
  return [
    { kind: 'paragraph', text: ['Here’s what I have on that:'] },
    ...(told.length === 0 ? [] : ([{ kind: 'list', items: told }] as const)),
    ...buttonRows(leads),
  ]
}

function responsibility(row: ResponsibilityView): Block[] {
  return [
    { kind: 'paragraph', text: ['Responsible: ', strong(row.owner)] },
    { kind: 'facts', facts: row.halves.map(({ party, text }) => ({ label: party, value: written(text) })) },
  ]
}

function noteAndSources(note: string | null, sources: readonly Source[]): Block[] {
  const footnote: Block = { kind: 'footnote', text: sourcesLine(sources) }
  return note === null ? [footnote] : [{ kind: 'paragraph', text: [strong('Note: '), ...written(note)] }, footnote]
}

function nothing({ words, nearest, example }: Extract<LookupView, { kind: 'nothing' }>): Block[] {
  const blocks: Block[] = [{ kind: 'paragraph', text: [`The course documents don’t cover “${words.slice(0, 80)}”.`] }]
  const forExample: Text = example === null ? ['.'] : [', for example ', command(`lookup ${example}`)]
  if (nearest.length === 0) return [...blocks, { kind: 'footnote', text: ['Try a service, a task, or a term', ...forExample] }]
  return [
    ...blocks,
    { kind: 'heading', text: 'Closest topics' },
    {
      kind: 'buttons',
      buttons: nearest.map((title) => ({ label: title, control: lookup.controls.lookup.text({ words: title }), primary: false })),
    },
    { kind: 'footnote', text: ['Or try other words', ...forExample] },
  ]
}

const screen = (title: string, blocks: readonly Block[]): Screen => ({ name: 'lookup', title, tone: 'plain', blocks })
