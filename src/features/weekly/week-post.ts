// The recap of a week as a channel gets it.
import { courseOfId, withoutCourse } from '../../core/course-number.ts'
import type { QuestionContent } from '../../core/question.ts'
import type { Round } from '../../core/round.ts'
import { isTeamQuestion } from '../../core/team-question.ts'
import type { TopicId } from '../../core/quiz.ts'
import type { LocalDate } from '../../core/time.ts'
import { weekFacts, type WeekFacts, type WentWell } from '../../core/week-facts.ts'
import { lastDayOf, type Week } from '../../core/weekly.ts'
import type { Courses } from '../../course/courses.ts'
import { titleOfTopic, topicAsked } from '../../course/topic-of.ts'
import { contentIn } from '../../course/round-content.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { ofCourse } from '../../screens/control.ts'
import { whyRight } from '../../screens/explanation.ts'
import { practiceButton } from '../../screens/practice-topics.ts'
import { showRoundButton } from '../../screens/round-controls.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'
import { cutTo } from '../../screens/width.ts'
import { excerpt } from '../../screens/written.ts'

export type WeekView = WeekFacts & {
  readonly hard: { readonly round: Pick<Round, 'id'>; readonly content: QuestionContent } | null
  readonly topicTitle: string
  /** The bot has several courses: the button has to say which one the topic is of. */
  readonly several?: boolean
}

type Needs = { readonly ledger: Pick<Ledger, 'weekly' | 'rounds'>; readonly courses: Courses }

/** Undefined where there is nothing to tell. */
export async function weekScreen(place: string, week: Week, { ledger, courses }: Needs): Promise<Screen | undefined> {
  const material = await ledger.weekly.material(place, week)
  if (material === undefined) return undefined
  const facts = weekFacts(material, (question) => (isTeamQuestion(question) ? undefined : topicAsked(courses, question)))
  if (facts.days === 0) return undefined
  const round = facts.hardest === null ? undefined : await ledger.rounds.find(facts.hardest.round)
  const hard = round === undefined ? null : { round, content: contentIn(courses, round) }
  const { topic } = facts
  return weekPost({ ...facts, hard, ...(courses.alone ? {} : { several: true }), topicTitle: topic === null ? '' : titleOfTopic(courses, topic.topic) })
}

/** In characters: two lines of a phone. */
const longestStem = 88
/** The longest alias with its mark. */
const longestName = 32

export function weekPost(view: WeekView): Screen {
  const blocks: Block[] = [
    { kind: 'paragraph', text: [turnout(view)] },
    { kind: 'paragraph', text: [wentWell(view.well)] },
    ...everyDay(view),
    ...hardest(view),
    ...topic(view),
    ...buttons(view),
  ]
  return { name: 'week-post', title: `The week of ${spanOf(view.week)}`, tone: 'plain', blocks }
}

/** `Nov 23–27`, to Sunday if the month or the year changes nothing. */
function spanOf(week: Week): string {
  const [from, to] = [Temporal.PlainDate.from(week), Temporal.PlainDate.from(lastDayOf(week))]
  const written = (date: Temporal.PlainDate) => date.toLocaleString('en-US', { month: 'short', day: 'numeric' })
  return from.month === to.month ? `${written(from)}–${to.day}` : `${written(from)} – ${written(to)}`
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const weekday = (day: LocalDate): string => Temporal.PlainDate.from(day).toLocaleString('en-US', { weekday: 'long' })

function turnout({ days, turnout: of }: WeekFacts): string {
  const held = counted(days, 'study day', 'study days')
  return of === null ? `${held} this week.` : `${held}, ${counted(of.people, 'person', 'people')}, ${counted(of.answers, 'answer', 'answers')}.`
}

function wentWell(well: WentWell): string {
  switch (well.kind) {
    case 'all-right':
      return `Well done: all ${well.of.answered} of you got ${weekday(well.of.day)}'s question right.`
    case 'more-people':
      return `Well done: ${counted(well.more, 'more person', 'more people')} took part than the week before.`
    case 'well-known':
      return `Well done: ${well.of.right} of ${well.of.answered} got ${weekday(well.of.day)}'s question right.`
    case 'all-answered':
      return 'Well done: every question got an answer.'
    case 'took-part':
      return 'Thanks to everyone who took part.'
  }
}

function everyDay({ everyDay: here }: WeekFacts): readonly Block[] {
  if (here === null || here.names.length === 0) return []
  const names = here.names.map((name) => cutTo(name, longestName))
  const more = here.count - names.length
  const all = new Intl.ListFormat('en-US').format([...names, ...(more > 0 ? [`${more} more`] : [])])
  return [{ kind: 'paragraph', text: [strong('Here every day: '), all] }]
}

function hardest({ hardest: of, hard }: WeekView): readonly Block[] {
  if (of === null || hard === null) return []
  const result: Text = [`${of.right === 0 ? `None of ${of.answered}` : `${of.right} of ${of.answered}`} got ${weekday(of.day)}'s question right: “`, ...excerpt(hard.content.stem, longestStem), '”']
  return [{ kind: 'heading', text: 'The hardest question' }, { kind: 'paragraph', text: result }, ...whyRight(hard.content)]
}

function topic({ topic: of, topicTitle }: WeekView): readonly Block[] {
  if (of === null) return []
  return [{ kind: 'paragraph', text: [strong('Worth another look: '), `${topicTitle} (${of.right} of ${of.answered} right in four weeks)`] }]
}

function practice(topic: TopicId, several: boolean): Button {
  const button = practiceButton('Practice this topic', [withoutCourse(topic)])
  return several ? { ...button, control: ofCourse(courseOfId(topic), button.control) } : button
}

function buttons({ hard, topic: of, several = false }: WeekView): readonly Block[] {
  const all = [...(hard === null ? [] : [showRoundButton(hard.round.id, 'See the answer')]), ...(of === null ? [] : [practice(of.topic, several)])]
  return all.length === 0 ? [] : [{ kind: 'buttons', buttons: all }]
}
