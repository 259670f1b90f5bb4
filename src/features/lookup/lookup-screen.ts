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
  | { readonly kind: 'responsibilities'; readonly rows: readonly ResponsibilityView[]; /** Of what was named, if only that was said. */ readonly meaning: string | null }
  | { readonly kind: 'term'; readonly term: string; readonly definition: string; readonly note: string | null; readonly split: readonly OwnedView[]; readonly sources: readonly Source[] }
  /** `closest`: it fits, and may not be what was asked for. */
  | { readonly kind: 'passage'; readonly heading: string; readonly text: string; readonly closest: boolean; readonly sources: readonly Source[] }
  /** The question names screens of the course or of the bot. */
  | { readonly kind: 'places' }
  /** The documents speak of the thing, and not of what is asked about it. */
  | { readonly kind: 'lacking'; readonly lacks: string; readonly offered: readonly OwnedView[] }
  /** Small talk. */
  | { readonly kind: 'hello'; readonly example: string | null }
  | { readonly kind: 'nothing'; readonly nearest: readonly string[]; readonly example: string | null }
)

/** Who is responsible for what has this title. */
export type OwnedView = { readonly title: string; readonly owner: string }

export type ResponsibilityView = {
  readonly title: string
  /** `AWS`, `The customer`, `Shared` */
  readonly owner: string
  readonly isShared: boolean
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
      return onPhone(view.meaning, (meaning) => fitting(only.title, [...meaning, ...responsibility(only), ...noteAndSources(only.note, only.sources)], only.sources, view.leads))
    }
    case 'term':
      return fitting(view.term, [{ kind: 'paragraph', text: written(view.definition) }, ...owned(view.split), ...noteAndSources(view.note, view.sources)], view.sources, [...view.split.map(leadTo), ...view.leads])
    case 'passage':
      return fitting(
        view.heading,
        [
          ...(view.closest ? [{ kind: 'paragraph', text: ['This passage comes closest:'] } as const] : []),
          { kind: 'paragraph', text: written(view.text) },
          ...noteAndSources(null, view.sources),
        ],
        view.sources,
        view.leads,
      )
    case 'places':
      return screen(`“${cutAtWord(view.words)}”`, places(view.leads))
    case 'lacking':
      return screen('Not in the documents', lacking(view))
    case 'hello':
      return screen('Hi!', [{ kind: 'paragraph', text: ['I answer questions about the course: who is responsible for something, what a term means, where the documents say it.'] }, { kind: 'footnote', text: ['Try a service, a task, or a term', ...forExample(view.example)] }])
    case 'nothing':
      return screen('Not in the documents', nothing(view))
  }
}

/** What the thing is, before who does what about it: all that is said, its first sentence, or nothing, as a phone has room. */
function onPhone(meaning: string | null, draw: (meaning: readonly Block[]) => Screen): Screen {
  if (meaning === null) return draw([])
  const texts = [meaning, /^.+?[.?!](?=\s|$)/u.exec(meaning)?.[0] ?? meaning]
  return texts.map((text) => draw([{ kind: 'paragraph', text: written(text) }])).find(fitsPhone) ?? draw([])
}

/** Below a long answer, fewer of what else shows it, but always the first. */
function fitting(title: string, blocks: readonly Block[], sources: readonly Source[], leads: readonly Place[]): Screen {
  const drawn = (shown: number, passages = passagesOnScreen) => screen(title, [...blocks, ...further(sources, leads.slice(0, shown), passages)])
  return [leads.length, 2, 1].map((shown) => drawn(shown)).find(fitsPhone) ?? drawn(1, 2)
}

/** What each side does, for all of them at once. Each has a button to its notes and passages. Two leave room for what the question names. */
function sideBySide(rows: readonly ResponsibilityView[], leads: readonly Place[]): Screen {
  const buttons = rows.map(({ title }) => ({ label: title, control: lookup.controls.lookup.text({ words: title }) }))
  return screen(difference(rows), [
    ...rows.flatMap((row): readonly Block[] => [{ kind: 'heading', text: row.title }, ...responsibility(row)]),
    { kind: 'footnote', text: ['For the notes and passages of one of them:'] },
    ...buttonRows([...buttons, ...(rows.length > 2 ? [] : leads.slice(0, 1))]),
  ])
}

/** That two are shared says nothing: each is divided in another way. */
function difference(rows: readonly ResponsibilityView[]): string {
  const owners = new Set(rows.map(({ owner }) => owner))
  const [owner = ''] = owners
  if (owners.size > 1) return 'Side by side: different owners'
  return rows.every(({ isShared }) => isShared) ? 'Side by side: each is split differently' : `Responsible for ${rows.length === 2 ? 'both' : 'all'}: ${owner}`
}

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

/** A question as it is repeated. */
const longestEcho = 60
const cutAtWord = (words: string): string => (words.length <= longestEcho ? words : `${words.slice(0, longestEcho + 1).replace(/\s+\S*$/u, '').slice(0, longestEcho)}…`)

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

const forExample = (example: string | null): Text => (example === null ? ['.'] : [', for example ', command(`lookup ${example}`)])

function nothing({ words, nearest, example }: Extract<LookupView, { kind: 'nothing' }>): Block[] {
  const blocks: Block[] = [{ kind: 'paragraph', text: [`The course documents don’t cover “${cutAtWord(words)}”.`] }]
  if (nearest.length === 0) return [...blocks, { kind: 'footnote', text: ['Try a service, a task, or a term', ...forExample(example)] }]
  return [
    ...blocks,
    { kind: 'heading', text: 'Closest topics' },
    {
      kind: 'buttons',
      buttons: nearest.map((title) => ({ label: title, control: lookup.controls.lookup.text({ words: title }), primary: false })),
    },
    { kind: 'footnote', text: ['Or try other words', ...forExample(example)] },
  ]
}

const screen = (title: string, blocks: readonly Block[]): Screen => ({ name: 'lookup', title, tone: 'plain', blocks })
