// All guided cases, page by page, and what to do about another one that is running.
import { refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { strong } from '../../screens/text.ts'
import { caseControls } from './face.ts'

export type CaseChoice = { readonly id: string; readonly title: string; readonly findings: number; readonly done: boolean }

/** Discord allows five buttons in a row: https://docs.discord.com/developers/components/reference#action-row */
const pageSize = 5

/** @param page from 0; past the end, the last page is shown */
export function casesScreen(cases: readonly CaseChoice[], page: number): Screen {
  const { shown, at, pages, missing } = pageOf(cases, { size: pageSize, page })
  const turns = turnButtons({ at, pages }, (to) => caseControls.list.text({ page: to }), { back: 'Previous', more: 'Next' })
  const done = cases.filter((each) => each.done).length
  const blocks: readonly Block[] = [
    ...missing,
    { kind: 'paragraph', text: ['Pick a situation. For each finding, say whose job it is, then see the smallest right change.'] },
    { kind: 'buttons', buttons: shown.map(beginButton) },
    { kind: 'footnote', text: [`${cases.length} ${cases.length === 1 ? 'case' : 'cases'}, ${done} done${pages > 1 ? ` · page ${at + 1} of ${pages}` : ''}`] },
    ...(turns.length === 0 ? [] : ([{ kind: 'buttons', buttons: turns }] as const)),
  ]
  return { name: 'cases', title: 'Guided cases', tone: 'plain', blocks }
}

const beginButton = ({ id, title, done }: CaseChoice): Button => ({
  label: done ? `${title} (done)` : title,
  control: caseControls.begin.text({ how: 'ask', id }),
  primary: false,
})

/** @param near cases that may be meant */
export function whichCase(typed: string, near: readonly CaseChoice[]): Screen {
  const all: Button = { label: 'All cases', control: caseControls.list.text({ page: 0 }), primary: false }
  const sentence = near.length === 0 ? `There’s no case “${typed.slice(0, 80)}”.` : `Several cases match “${typed.slice(0, 80)}”.`
  return {
    name: 'cases',
    title: 'Which case?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [sentence] },
      ...(near.length === 0 ? [] : ([{ kind: 'buttons', buttons: near.slice(0, pageSize).map(beginButton) }] as const)),
      { kind: 'buttons', buttons: [all] },
    ],
  }
}

/** @param running the session that another case would end */
export function otherCaseRunning(running: { readonly session: string; readonly title: string; readonly at: number; readonly of: number }, wanted: CaseChoice): Screen {
  const goOn: Button = { label: 'Go on with it', control: caseControls.show.text({ session: running.session }), primary: true }
  const instead: Button = { label: 'Start this one instead', control: caseControls.begin.text({ how: 'instead', id: wanted.id }), primary: false }
  return {
    name: 'case-other',
    session: true,
    title: 'You’re in the middle of another case',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [strong(running.title), `: finding ${Math.min(running.at + 1, running.of)} of ${running.of}.`] },
      { kind: 'paragraph', text: ['If you start ', strong(wanted.title), ' now, that one ends. Your answers so far are saved.'] },
      { kind: 'buttons', buttons: [goOn, instead] },
    ],
  }
}

export function noCases(): Screen {
  return refusal('No cases', [['This course has no guided cases.']])
}
