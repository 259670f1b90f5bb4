// The quiz of the terminal sets itself up, so that whoever starts the bot without an account finds a question waiting.
import { setUp } from '../core/manage.ts'
import { defaultSettings, type GroupId, type PersonId, type PlaceId, type QuizSettings } from '../core/quiz.ts'
import { day, minute, type Instant, type Zone } from '../core/time.ts'
import type { Courses } from '../course/courses.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** A question every day, open all day: nobody else waits for it. */
const terminalSettings = (zone: Zone): QuizSettings => ({
  ...defaultSettings,
  zone,
  time: '04:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  openMinutes: day / minute,
  catchUpMinutes: day / minute,
})

/** Sets the quiz up at the first start and asks for its first question; later starts change nothing. */
export async function openTerminalQuiz(
  { ledger, courses }: { readonly ledger: Pick<Ledger, 'quizzes' | 'delivery'>; readonly courses: Pick<Courses, 'all' | 'bank'> },
  at: { readonly group: GroupId; readonly place: PlaceId; readonly person: PersonId },
  zone: Zone,
  now: Instant,
): Promise<void> {
  if ((await ledger.quizzes.at(at.place)) !== undefined) return
  const asker = { id: at.person, admin: true, maySetUp: true }
  await ledger.quizzes.change(at.place, 'first start', now, (quiz) => setUp(quiz, asker, { ...terminalSettings(zone), courses: courses.all.slice(0, 1).map(({ number }) => number), group: at.group, place: at.place }, now))
  await ledger.delivery.claimExtra(at.place, 'first start', now, courses.bank)
}
