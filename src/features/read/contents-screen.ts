// What there is to read: the documents, the chapters of one, and the sections that somebody may mean.
import { buttonRows, pickList } from '../../screens/pick-list.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { refusal } from '../../screens/notice.ts'
import { passageControl, sectionMark } from '../../screens/passage.ts'
import type { Course, Section, Sheet, StudyDocument } from '../../course/course.ts'
import { sectionExample } from '../../course/examples.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { readControls } from './face.ts'
import type { Place } from './find-section.ts'
import { headingOf } from '../../course/heading-of.ts'
import { chapters, partsOf } from './sections.ts'

/** As many as Discord takes. */
const numbersInRow = 5

/** In a message, with a button each. */
const chaptersShown = 4

const open = (label: string, section: Section): Button => ({
  label,
  control: passageControl.text({ section: sectionMark(section.key), page: 0, show: 'here' }),
  primary: false,
})

/** What stands in the list above has its title there: whole titles in the buttons would say all of it twice. */
const numberLabel = (at: number) => `Open ${at + 1}`

/** All documents, each with what its author says of it. */
export function documentsScreen({ documents }: Pick<Course, 'documents'>): Screen {
  const section = sectionExample({ documents })
  const items = documents.map(({ title, about }): Text => (about === undefined ? [strong(title)] : [strong(title), `\n${about}`]))
  const numbered = items.map((item, at): Text => [`${at + 1}. `, ...item])
  const buttons = documents.map(({ id }, at) => ({ label: numberLabel(at), control: readControls.contents.text({ document: id, page: 0 }) }))
  return {
    name: 'documents',
    title: 'What do you want to read?',
    tone: 'plain',
    blocks: [{ kind: 'list', items: numbered }, ...buttonRows(buttons, numbersInRow), ...(section === undefined ? [] : [{ kind: 'footnote', text: ['To go straight to a section: ', command(`read ${section}`)] } as const])],
  }
}

/** The chapters of a document, with the headings inside of them. */
export function contentsScreen(document: StudyDocument, page: number): Screen {
  const { shown, at, pages, first, missing } = pageOf(chapters(document), { size: chaptersShown, page, what: 'table of contents' })
  const turn = turnButtons({ at, pages }, (to) => readControls.contents.text({ document: document.id, page: to }), { back: 'Back', more: 'More chapters' })
  const about: Block[] = document.about === undefined || at > 0 ? [] : [{ kind: 'paragraph', text: [document.about] }]
  return {
    name: 'contents',
    title: document.title,
    tone: 'plain',
    blocks: [
      ...missing,
      ...about,
      { kind: 'list', items: shown.map((chapter, index): Text => [`${first + index + 1}. `, ...chapterLine(document, chapter)]) },
      ...buttonRows(shown.map((chapter, index) => open(numberLabel(first + index), chapter)), numbersInRow),
      ...(turn.length === 0 ? [] : ([{ kind: 'buttons', buttons: turn }] as const)),
      ...(pages > 1 ? ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }] as const) : []),
    ],
  }
}

function chapterLine(document: StudyDocument, chapter: Section): Text {
  const parts = partsOf(document, chapter).map((part) => part.heading)
  return parts.length === 0 ? [strong(chapter.heading)] : [strong(chapter.heading), `: ${parts.join(' · ')}`]
}

/** Sections whose headings are alike. */
export function whichSection(words: string, found: readonly { readonly document: StudyDocument; readonly section: Section }[]): Screen {
  // The list has numbers of its own.
  const label = ({ document, section }: (typeof found)[number]) => headingOf(document, section).replace(/^\d+[.)]\s+/u, '')
  // Two documents can have the same heading: the number tells the buttons apart.
  const items = found.map((each, at): Text => [`${at + 1}. `, strong(label(each)), ` in ${each.document.title}`])
  return {
    name: 'which-section',
    title: 'Which section do you mean?',
    tone: 'plain',
    blocks: [{ kind: 'paragraph', text: [`These headings have “${words}” in them:`] }, { kind: 'list', items }, ...buttonRows(found.map((each, at) => open(numberLabel(at), each.section)), numbersInRow)],
  }
}

/** The sections that a statement cites. */
export function citedScreen(found: readonly Place[]): Screen {
  if (found.length === 0) return refusal('These passages are gone', [['Their sections were renamed or removed from the course.']])
  const items = found.map(({ document, section }, at): Text => [`${at + 1}. `, strong(headingOf(document, section)), ` in ${document.title}`])
  const buttons = found.map(({ section }, at) => open(numberLabel(at), section))
  return { name: 'cited', title: 'Where it says so', tone: 'plain', blocks: [{ kind: 'list', items }, ...buttonRows(buttons, numbersInRow)] }
}

/** What people want to have at hand. @param asked what was typed and names none of them */
export function sheetsScreen(sheets: readonly Sheet[], page: number, asked?: string): Screen {
  const picks = sheets.map(({ id, title }) => ({ label: title, control: readControls.sheet.text({ sheet: id }) }))
  const lead: Block[] = asked === undefined ? [] : [{ kind: 'paragraph', text: [`There’s no sheet “${asked.slice(0, 80)}”. There are these:`] }]
  return { name: 'sheets', title: 'Study sheets', tone: 'plain', blocks: [...lead, ...pickList(picks, { page, control: (to) => readControls.sheets.text({ page: to }) })] }
}

/** A sheet that is made of several sections. */
export function sheetScreen({ title }: Sheet, parts: readonly { readonly document: StudyDocument; readonly section: Section }[]): Screen {
  const items = parts.map(({ document, section }): Text => [strong(headingOf(document, section)), ` in ${document.title}`])
  const buttons = parts.map(({ document, section }) => ({ label: headingOf(document, section), control: open('', section).control }))
  return { name: 'sheet', title, tone: 'plain', blocks: [{ kind: 'list', items }, ...buttonRows(buttons)] }
}
