// Samples of the home page, put together from those of the features, and of what else is said outside of channels.
import type { Session } from '../../core/session.ts'
import { menuButtons } from '../../screens/menu.ts'
import { cannotTell, leftThatServer, managesNothingAnywhere, noChannelAnywhere, setUpThere } from '../../screens/outside.ts'
import { sampleQuiz, sampleRound } from '../../screens/sample-round.ts'
import { fileIsGone, filesAreForManagers, unreadableFile } from '../../screens/sent-file.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import type { Feature, Samples } from '../feature.ts'
import { askFirstScreen } from './ask-first.ts'
import { chooseChannel, inPlace } from './channels.ts'
import { channelLacksCourse, chooseCourse, courseGone, noSuchCourse } from './courses.ts'
import { helloScreen } from './hello.ts'
import { nothingToAnswer, whichScreen } from './unclear.ts'
import { atEnd, channelTitle, homeScreen, welcome } from './home.ts'

const [here, there] = [sampleRound.place, 'terminal:local:there']
const courseTitle = 'The AWS shared responsibility model'

const courseChoices = [
  { number: 1, course: { id: 'aws-shared-responsibility', title: courseTitle } },
  { number: 2, course: { id: 'house-rules', title: 'Who looks after a rented apartment' } },
]

const pause = { name: 'pause', summary: 'Pause questions here, until a date or until you resume', for: 'managers' } as const
const hide = { name: 'privacy', summary: 'Choose how others see you: by name, by an alias, or not at all', for: 'everyone' } as const
const inServers = (line: string) => [{ place: here, line, groupName: 'Cloud study group' }, { place: there, line, groupName: 'Security guild' }]
const sampleSession: Session = {
  id: '0123456789abcdef', kind: 'drill', about: null, tasks: [], steps: new Map(), position: 0, zone: 'UTC', startedAt: 0, endsAt: null, endedAt: null, abandoned: false, givenBack: 0,
}

export async function homeSamples(features: readonly Feature[]): Promise<Samples> {
  const loaded = await Promise.all(features.map(async ({ samples, home }) => ({ onHome: (await samples()).onHome ?? [], home: (await home?.())?.home ?? {} })))
  const busy = loaded.flatMap(({ onHome }) => onHome[0] ?? [])
  const quiet = loaded.flatMap(({ onHome }) => onHome.at(-1) ?? [])
  const channel = (place: string, blocks: readonly Block[]): readonly Block[] => [channelTitle({ ...sampleQuiz, place }), ...inPlace(place, blocks)]
  const page = (count: number, blocks: readonly Block[]): Screen =>
    homeScreen([menuButtons((name) => features.some(({ face }) => name in face.commands)), ...blocks, ...atEnd(loaded.map(({ home }) => home), Array.from({ length: count }))])
  return new Map([
    ['home', page(1, channel(here, busy))],
    ['home-several', page(2, [...channel(here, quiet), ...channel(there, quiet)])],
    ['home-empty', page(0, welcome([courseTitle], []))],
    ['home-not-answered', page(0, welcome([courseTitle], [sampleQuiz]))],
    ['choose-course', chooseCourse(courseChoices, 'lookup who patches the runtime?')],
    ['choose-course-long', chooseCourse(courseChoices, `lookup ${'who patches the runtime of a function? '.repeat(3)}`)],
    ['no-such-course', noSuchCourse('There’s no course “aws”. Choose from aws-shared-responsibility or house-rules.')],
    ['course-gone', courseGone()],
    ['channel-lacks-course', channelLacksCourse('house-rules', ['aws-shared-responsibility'])],
    ['choose-channel', chooseChannel([{ place: here, line: 'today' }, { place: there, line: 'today' }])],
    ['choose-channel-and-server', chooseChannel(inServers('today'))],
    ['choose-server', chooseChannel(inServers('privacy hide'), 'server')],
    ['ask-first', askFirstScreen({ command: pause, line: 'pause', choices: [{ place: here, line: 'pause' }], what: 'channel' })],
    ['ask-first-several', askFirstScreen({ command: pause, line: 'pause', choices: inServers('pause'), what: 'channel' })],
    ['ask-first-hide', askFirstScreen({ command: hide, line: 'privacy show=hide', choices: [], what: 'channel' })],
    ['no-channel-anywhere', noChannelAnywhere('board')],
    ['choose-channel-for-file', chooseChannel(Array.from({ length: 6 }, () => ({ place: here, line: 'add-question', file: '0123abcd' })))],
    ['file-unreadable', unreadableFile('questions.gift is too large. Send at most 200 kB at a time.')],
    ['file-gone', fileIsGone()],
    ['files-are-for-managers', filesAreForManagers()],
    ['manages-nothing-anywhere', managesNothingAnywhere()],
    ['left-that-server', leftThatServer()],
    ['cannot-tell', cannotTell()],
    ['set-up-there', setUpThere()],
    ['which-session', whichScreen([{ ...sampleSession, kind: 'exam' }, { ...sampleSession, kind: 'practice' }], true)],
    ['nothing-to-answer', nothingToAnswer([], () => true)],
    ['nothing-to-answer-drill', nothingToAnswer([sampleSession], () => true)],
    ['hello', helloScreen({ courseTitle, offer: null, direct: false })],
    ['hello-direct', helloScreen({ courseTitle, offer: null, direct: true })],
    ['hello-offer', helloScreen({ courseTitle, offer: 'lookup who patches the runtime?', direct: false })],
  ])
}
