// Samples of the screens of this feature, from a made-up document.
import type { Sheet, StudyDocument } from '../../course/course.ts'
import { sectionMark } from '../../screens/passage.ts'
import { source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { askedScreen } from './asked-screen.ts'
import { citedScreen, contentsScreen, documentsScreen, sheetScreen, sheetsScreen, whichSection } from './contents-screen.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { passageScreen, type PassagePage } from './passage-screen.ts'

const text = `AWS runs **the platform**, you bring the code.

| Part | Who |
|---|---|
| Managed runtime | AWS |
| Libraries in the package | The customer |

- Dependencies travel in *your* package.
- The execution role is yours.

> Note: with container images the runtime is yours as well.`

const page: PassagePage = {
  heading: source.section, document: { id: '002', title: source.title }, mark: sectionMark(source.key), blocks: markdownBlocks(text), page: 0, pages: 2,
  before: sectionMark('002 / RDS'), after: sectionMark('002 / S3'), topic: source.section,
}

const section = (heading: string, level: number, ...above: readonly string[]) =>
  ({ document: '002', heading, level, path: [...above, heading], text: 'Text.', facts: [], key: `002 / ${[...above, heading].join(' / ')}` })

const services = 'Responsibilities Depending on Service'
const many = ['Definition', 'Customer Responsibilities under AWS Shared Responsibility Model', 'AWS Responsibilities', 'Shared Controls', 'Best Practices', 'Memory Aids', 'Practice Questions', 'Chapter Checklist', 'What’s Next?']
const document: StudyDocument = {
  id: '002', title: source.title, short: source.title, about: 'Notes on what each side does, service by service. 27 minutes to read.',
  sections: [
    ...many.map((heading) => section(heading, 2)), section(services, 2), section('Amazon EC2 (Elastic Compute Cloud)', 3, services), section('AWS Lambda', 3, services),
    section('Patch Management', 3, 'Shared Controls'), section('Patch Management', 3, 'Best Practices'),
  ],
}
const alike = document.sections.slice(-2).map((each) => ({ document, section: each }))

const sheets: readonly Sheet[] = ['Do and don’t lists', 'Memory aids', 'Quick reference cards', 'Exam tips and traps', 'Key takeaways', 'Incident communication', 'Training resources', 'Patching in four steps', 'Preventing drift, and the tools for it'].map(
  (title, at) => ({ id: `sheet-${at}`, title, sources: [] }),
)

export const samples = (): Samples => new Map([
  ['documents', documentsScreen({ documents: [document, { ...document, id: '003', title: 'Shared Responsibility Model (exam note)', about: 'A short note for the Cloud Practitioner exam.', sections: [] }] })],
  ['contents', contentsScreen(document, 0)],
  ['contents-last', contentsScreen(document, 1)],
  ['which-section', whichSection('patch management', alike)],
  ['passage', passageScreen(page)],
  ['cited', citedScreen(alike)],
  ['cited-gone', citedScreen([])],
  ['passage-last', passageScreen({ ...page, page: 1, after: null })],
  ['sheets', sheetsScreen(sheets, 0)],
  ['sheets-unknown', sheetsScreen(sheets.slice(0, 3), 0, 'zebra')],
  ['sheet', sheetScreen(sheets[0] as Sheet, alike)],
  ['asked', askedScreen('AWS Lambda', [{ topic: 'lambda-runtime', title: 'Lambda: runtime, code and dependencies', questions: 8 }, { topic: 'lambda-access', title: 'Lambda: role, secrets, inputs, events, VPC', questions: 3 }])],
  ['asked-none', askedScreen('What’s Next?', [])],
])
