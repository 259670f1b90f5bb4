// What the screens of insight have in common: how results are written, and the buttons below.
import { percentsOf } from '../../core/confidence.ts'
import { fewest, hasShare, type Result } from '../../core/insight.ts'
import { turnButtons, type Page } from '../../screens/page.ts'
import type { Block } from '../../screens/screen.ts'
import { insight, insightPeriods, insightViews, type InsightPeriod, type InsightView } from './face.ts'

export const periodNames: Readonly<Record<InsightPeriod, string>> = { month: 'last 30 days', quarter: 'last 90 days', year: 'last 365 days' }
const periodLabels: Readonly<Record<InsightPeriod, string>> = { month: '30 days', quarter: '90 days', year: '365 days' }
const viewLabels: Readonly<Record<InsightView, string>> = { overview: 'Overview', topics: 'Topics', hardest: 'Hardest', easiest: 'Easiest' }

/** `7 of 9 right`; from enough answers on also the share, and where it probably lies. */
export function resultInWords(result: Result): string {
  const { answered, right, range } = result
  const counts = `${right} of ${answered} right`
  if (!hasShare(result)) return counts
  const { low, high } = percentsOf(range)
  return `${counts}, ${Math.round((100 * right) / answered)}% (${low} to ${high}%)`
}

/** Why topics or questions are missing in a list. `kept`: to keep answers private. `voided`: questions that don't count. */
export type Missing = { readonly thin: number; readonly kept: number; readonly voided: number }

type Names = readonly [one: string, several: string]
export const topicNames: Names = ['topic', 'topics']
export const questionNames: Names = ['question', 'questions']

/** In place of an empty list. */
export function emptyList([one, several]: Names, { kept, voided }: Missing): readonly Block[] {
  const why = kept === 0 ? `No ${one} has ${fewest} answers yet. With fewer, numbers say nothing.` : `To keep answers private, I don’t show the ${several} that have ${fewest} or more answers. With fewer, numbers say nothing.`
  return [{ kind: 'paragraph', text: [why] }, ...voidedNote(voided)]
}

/** Below a list. */
export function leftOut(names: Names, { thin, kept, voided }: Missing): readonly Block[] {
  const more = (count: number) => `${count} more ${names[count === 1 ? 0 : 1]}`
  const few = thin === 0 ? [] : [`${more(thin)} ${thin === 1 ? 'has' : 'have'} fewer than ${fewest} answers.`]
  const hidden = kept === 0 ? [] : [`${more(kept)} ${kept === 1 ? 'is' : 'are'} left out to keep answers private.`]
  const all = [...few, ...hidden]
  return [...(all.length === 0 ? [] : [{ kind: 'footnote', text: [all.join(' ')] } as const]), ...voidedNote(voided)]
}

/** `No question closed here in that time.`, or that those which did don't count. @param when such as `in that time` */
export function nothingCounts(voided: number, when: string): string {
  if (voided === 0) return `No question closed here ${when}.`
  return voided === 1 ? `The only question that closed here ${when} was voided, so there’s nothing to show.` : `All ${voided} questions that closed here ${when} were voided, so there’s nothing to show.`
}

export function voidedNote(count: number): readonly Block[] {
  return count === 0 ? [] : [{ kind: 'footnote', text: [`${count === 1 ? '1 closed question was' : `${count} closed questions were`} voided and ${count === 1 ? 'is' : 'are'} left out.`] }]
}

export function turnsOf(view: InsightView, period: InsightPeriod, page: Pick<Page<unknown>, 'at' | 'pages'>): readonly Block[] {
  const buttons = turnButtons(page, (to) => insight.controls.insight.text({ view, period, page: to }))
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }, { kind: 'footnote', text: [`Page ${page.at + 1} of ${page.pages}`] }]
}

/** The other views and periods, and the files. The title says which are shown. */
export function switches(view: InsightView, period: InsightPeriod): readonly Block[] {
  const to = (label: string, change: { readonly view?: InsightView; readonly period?: InsightPeriod }) =>
    ({ label, control: insight.controls.insight.text({ view, period, page: 0, ...change }), primary: false })
  const views = insightViews.filter((each) => each !== view).map((each) => to(viewLabels[each], { view: each }))
  const periods = insightPeriods.filter((each) => each !== period).map((each) => to(periodLabels[each], { period: each }))
  return [{ kind: 'buttons', buttons: [...views, ...periods, { label: 'Get files', control: insight.controls.insightExport.text({ period }), primary: false }] }]
}
