// Every screen that shows something of a course, for everything that the course has: with its longest question, card, finding, name.
import type { Session, Task } from '../../src/core/session.ts'
import { cardOfTask, cardTasks } from '../../src/course/card-tasks.ts'
import { caseTasks, findingOfTask } from '../../src/course/case-tasks.ts'
import type { Course } from '../../src/course/course.ts'
import { controlsToDrill, drillOfTask, drillTasks, dutiesToDrill } from '../../src/course/drill-tasks.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { matrixServices } from '../../src/course/matrix-services.ts'
import { questionTasks, wordsOfTask } from '../../src/course/study-tasks.ts'
import { cardScreen } from '../../src/features/cards/cards-screen.ts'
import { caseScreen, caseSummary, situationScreen } from '../../src/features/cases/case-screen.ts'
import { casesScreen } from '../../src/features/cases/list-screen.ts'
import { checklistScreen } from '../../src/features/checklist/checklist-screen.ts'
import { answerScreen, askedScreen } from '../../src/features/daily/answer-screen.ts'
import { moreScreen, notedScreen, resultScreen } from '../../src/features/daily/result-screen.ts'
import { shown as shownDiagram } from '../../src/features/diagrams/answers.ts'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { lookUp } from '../../src/features/lookup/look-up.ts'
import type { Means } from '../../src/features/services.ts'
import { drillScreen, drillSummary } from '../../src/features/drill/drill-screen.ts'
import { examScreen } from '../../src/features/exam/exam-screen.ts'
import { missScreen } from '../../src/features/exam/result-screen.ts'
import { comparisons, tableList } from '../../src/features/lookup/compare.ts'
import { compareScreen } from '../../src/features/lookup/compare-screen.ts'
import { mistakesScreen, topicsScreen } from '../../src/features/me/lists-screen.ts'
import { practiceScreen } from '../../src/features/practice/practice-screen.ts'
import { contentsScreen, documentsScreen, sheetsScreen } from '../../src/features/read/contents-screen.ts'
import { letterScreen, lettersScreen, termScreen } from '../../src/features/reference/glossary.ts'
import { matrixOf, servicesScreen } from '../../src/features/reference/matrix.ts'
import { tipAfter } from '../../src/features/reference/tip.ts'
import { reviewScreen } from '../../src/features/review/review-screen.ts'
import { asideScreen } from '../../src/features/review/aside-screen.ts'
import { labelName } from '../../src/screens/duty.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { revealScreen } from '../../src/screens/reveal.ts'
import { closedRound, sampleRound } from '../../src/screens/sample-round.ts'
import type { Screen } from '../../src/screens/screen.ts'

const at = sampleRound.dueAt

type Lookup = Means['lookup']

/** At its second task, so that nothing is said that is said once. */
const sessionOf = (kind: Session['kind'], task: Task, chosen: readonly string[] = []): Session => ({
  id: '0123456789abcdef', kind, about: null, tasks: Array.from({ length: 20 }, () => task), steps: new Map(chosen.length === 0 ? [] : [[18, { chosen, at, guess: false, flag: false }]]),
  position: 18, zone: 'Europe/Berlin', startedAt: at, endsAt: at + 5_400_000, endedAt: null, abandoned: false, givenBack: 0,
})

/** A choice that is wrong, which takes more words to explain. */
const wrongOf = ({ order, key }: Task): readonly string[] => order.filter((id) => !key.includes(id)).slice(0, key.length)

type Named = readonly (readonly [string, Screen])[]

/** @param lookup built from the course */
export function courseScreens(course: Course, lookup: Lookup): Named {
  return [...lookUps(course, lookup), ...dailyScreens(course), ...questionScreens(course), ...caseScreens(course), ...cardScreens(course), ...drillScreens(course), ...referenceScreens(course), ...listScreens(course)]
}

function dailyScreens(course: Course): Named {
  return course.questions.flatMap(({ id, key, options }): Named => {
    const order = options.map((option) => option.id)
    const [open, closed] = [sampleRound, closedRound].map((round) => ({ ...round, question: id, key, order }))
    if (open === undefined || closed === undefined) return []
    const content = contentOf(course, open)
    const wrong = order.filter((option) => !key.includes(option)).slice(0, key.length)
    const right = ['Ada', 'Grace', 'Linus', 'Barbara', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))
    const group = { answered: 9, votes: new Map([...key, ...wrong].map((option) => [option, 4])), right }
    return [
      [`question ${id}`, questionScreen(open, content, unanswered)],
      [`result ${id}`, resultScreen(open, content, { chosen: wrong, right: false, streak: null })],
      [`more ${id}`, moreScreen(open, content)],
      [`result-again ${id}`, resultScreen(open, content, { chosen: wrong, right: false, streak: null, again: true, withQuestion: true })],
      [`noted ${id}`, notedScreen(open, content, wrong, false)],
      [`reveal ${id}`, revealScreen(closed, content, group)],
      [`reveal-private ${id}`, revealScreen(closed, content, { ...group, votes: null })],
      [`answer ${id}`, answerScreen(closed, content, { ...group, mine: wrong })],
      [`answer-late ${id}`, answerScreen(closed, content, { ...group, mine: wrong, late: true })],
      [`asked-question ${id}`, askedScreen(closed, content, { ...group, mine: wrong })],
      [`asked-question-private ${id}`, askedScreen(closed, content, { ...group, votes: null, mine: wrong })],
    ]
  })
}

function questionScreens(course: Course): Named {
  return questionTasks(course, course.questions.map(({ id }) => id), 'phone').flatMap((task): Named => {
    const words = wordsOfTask(course, task)
    if (words === null) return []
    const shown = { kind: 'question', words } as const
    const wrong = wrongOf(task)
    return [
      [`practice ${task.item}`, practiceScreen(sessionOf('practice', task), words)],
      [`practice-wrong ${task.item}`, practiceScreen(sessionOf('practice', task, wrong), words)],
      [`review ${task.item}`, reviewScreen(sessionOf('review', task), shown, 'front', null)],
      [`review-wrong ${task.item}`, reviewScreen(sessionOf('review', task, wrong), shown, 'front', null)],
      [`review-leech ${task.item}`, reviewScreen(sessionOf('review', task, wrong), shown, 'front', { lapses: 8, aside: false })],
      [`exam ${task.item}`, examScreen(sessionOf('exam', task), words)],
      [`exam-miss ${task.item}`, missScreen(sessionOf('exam', task, wrong), 18, words, [1, 18, 19])],
      [`exam-unanswered ${task.item}`, missScreen(sessionOf('exam', task), 18, words, [1, 18, 19])],
    ]
  })
}

function caseScreens(course: Course): Named {
  return course.cases.flatMap((one): Named => {
    const tasks = caseTasks(course, one)
    const findings = tasks.flatMap((task, position): Named => {
      const words = findingOfTask(course, task)
      if (words === null) return []
      const session = { ...sessionOf('case', task), tasks, position, steps: new Map() }
      const answered = { ...session, steps: new Map([[position, { chosen: wrongOf(task).slice(0, 1), at, guess: false, flag: false }]]) }
      return [
        [`case ${task.item}`, caseScreen(session, words)],
        [`case-wrong ${task.item}`, caseScreen(answered, words)],
        [`case-situation ${task.item}`, situationScreen(session, words)],
      ]
    })
    const missed = tasks.flatMap((task) => findingOfTask(course, task) ?? []).map((words, position) => ({ owner: labelName(words, tasks[position]?.key[0]), change: words.change }))
    const steps = new Map(tasks.map((task, position) => [position, { chosen: wrongOf(task).slice(0, 1), at, guess: false, flag: false }]))
    const [first] = tasks
    if (first === undefined) return []
    const end = { title: one.title, closing: one.closing ?? null, missed, next: 'next', again: one.id }
    return [...findings, [`case-summary ${one.id}`, caseSummary({ ...sessionOf('case', first), tasks, steps, position: tasks.length, endedAt: at }, end)]]
  })
}

function cardScreens(course: Course): Named {
  return cardTasks(course, course.flashcards.map(({ id }) => id)).flatMap((task): Named => {
    const words = cardOfTask(course, task)
    const shown = { kind: 'card', words } as const
    return [
      [`card ${task.item}`, cardScreen(sessionOf('cards', task), words, 'front')],
      [`card-back ${task.item}`, cardScreen(sessionOf('cards', task), words, 'back')],
      [`review-card-back ${task.item}`, reviewScreen(sessionOf('review', task), shown, 'back', null)],
      [`review-graded ${task.item}`, reviewScreen(sessionOf('review', task, ['again']), shown, 'back', { lapses: 8, aside: false })],
    ]
  })
}

function drillScreens(course: Course): Named {
  const tasks = drillTasks(course, [...dutiesToDrill(course), ...controlsToDrill(course)].flat())
  const each = tasks.flatMap((task): Named => {
    const words = drillOfTask(course, task)
    return [
      [`drill ${task.item}`, drillScreen(sessionOf('drill', task), words)],
      [`drill-wrong ${task.item}`, drillScreen(sessionOf('drill', task, wrongOf(task).slice(0, 1)), words)],
    ]
  })
  const missed = tasks.flatMap((task) => { const words = drillOfTask(course, task); return words === null ? [] : [{ task, words }] })
  const summaries = Array.from({ length: Math.ceil(missed.length / 5) }, (_, at): readonly [string, Screen] => {
    const ten = [...missed.slice(at * 5, at * 5 + 5), ...missed.slice(0, 5)]
    const [first] = ten
    return [`drill-summary ${at}`, first === undefined ? drillScreen(sessionOf('drill', tasks[0] as Task), null) : drillSummary(sessionOf('drill', first.task, wrongOf(first.task)), ten, { duties: true, controls: true })]
  })
  return [...each, ...summaries]
}

function lookUps(course: Course, lookup: Lookup): Named {
  const { commands } = catalogOf(features)
  const named = [...course.responsibilities.map(({ title }) => title), ...course.glossary.map(({ term }) => term), ...course.controls.map(({ name }) => name), ...course.documents.flatMap(({ sections }) => sections.map(({ heading }) => heading))]
  const pairs = matrixServices(course).flatMap(({ name }, at, all) => [`patching on ${name} and ${all[(at + 1) % all.length]?.name ?? ''}`, `encryption on ${name} and ${all[(at + 3) % all.length]?.name ?? ''}`])
  return [...named, ...pairs].map((words) => [`lookup ${words}`, lookUp({ course, lookup, commands }, words)])
}

/** All pages of a list. @param page from 0 */
function pagesOf(name: string, page: (at: number) => Screen): Named {
  const first = page(0)
  const said = JSON.stringify(first)
  const pages = Number(/[Pp]age 1 of (\d+)/u.exec(said)?.[1] ?? 1)
  return Array.from({ length: pages }, (_, at) => [`${name}, page ${at + 1}`, page(at)] as const)
}

function referenceScreens(course: Course): Named {
  const letters = [...new Set(course.glossary.map(({ term }) => term.toLowerCase().replace(/^(aws|amazon|the)\s+/u, '')[0] ?? '#'))]
  return [
    ...matrixServices(course).flatMap(({ id }) => pagesOf(`matrix ${id}`, (page) => matrixOf(course, id, page))),
    ...pagesOf('services', (page) => servicesScreen(course, page)),
    ...course.tips.map(({ id }): readonly [string, Screen] => [`tip after ${id}`, tipAfter(course, undefined, id)]),
    ...course.glossary.map((term): readonly [string, Screen] => [`term ${term.id}`, termScreen(course, term)]),
    ...letters.flatMap((letter) => pagesOf(`letter ${letter}`, (page) => letterScreen(course, letter as 'a', page))),
    ['letters', lettersScreen(course)],
    ...comparisons(course).flatMap((each) => pagesOf(`table ${each.title}`, (page) => compareScreen(each, page))),
    ...pagesOf('tables', (page) => tableList(course, page)),
  ]
}

function listScreens(course: Course): Named {
  const zone = 'Europe/Berlin'
  const topics = course.topics.map(({ id, title }) => ({ topic: id, title, right: 3, of: 9, questions: 12 }))
  const mistakes = course.questions.map(({ stem, topic, sources }) => ({ text: stem, about: course.byId.topics.get(topic)?.title ?? topic, at, source: sources[0], isQuestion: true }))
  return [
    ['documents', documentsScreen(course)],
    ...course.documents.flatMap((document) => pagesOf(`contents ${document.id}`, (page) => contentsScreen(document, page))),
    ...course.diagrams.map((diagram): readonly [string, Screen] => [`diagram ${diagram.id}`, shownDiagram(course, diagram)]),
    ...pagesOf('sheets', (page) => sheetsScreen(course.sheets, page)),
    ...pagesOf('cases', (page) => casesScreen(course.cases.map(({ id, title, findings }) => ({ id, title, findings: findings.length, done: true })), page)),
    ...pagesOf('checklist', (page) => checklistScreen(course.checklist.map(({ id, can, topics: own }) => ({ id, can, topics: own, titles: own.map((topic) => course.byId.topics.get(topic)?.title ?? topic), tries: { right: 7, of: 9 }, ticked: false })), page)),
    ...pagesOf('topics', (page) => topicsScreen(topics as never, page)),
    ...pagesOf('mistakes', (page) => mistakesScreen(mistakes, zone, page)),
    ...Array.from({ length: Math.ceil(course.questions.length / 10) }, (_, part): readonly [string, Screen] => [`aside ${part}`, asideScreen(course.questions.slice(part * 10, part * 10 + 10).map(({ id, stem }) => ({ item: `question:${id}`, words: stem })))]),
  ]
}
