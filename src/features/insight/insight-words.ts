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

export const tooFew = (what: 'topic' | 'question'): Block => ({ kind: 'paragraph', text: [`No ${what} has ${fewest} answers yet. With fewer, numbers say nothing.`] })

export function leftOut(count: number, one: string, several: string): readonly Block[] {
  return count === 0 ? [] : [{ kind: 'footnote', text: [`${count} more ${count === 1 ? `${one} has` : `${several} have`} fewer than ${fewest} answers.`] }]
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
