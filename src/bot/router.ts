// A request finds the feature that answers it. Knows no platform, and of features only what their faces say.
import type { Command } from '../commands/command.ts'
import { whatIsMissing, type ParsedCommand } from '../commands/parse.ts'
import { plainTyping } from '../commands/plain-typing.ts'
import type { Catalog } from '../features/catalog.ts'
import type { AnyAnswers, Feature } from '../features/feature.ts'
import type { Means } from '../features/services.ts'
import { noSuchCommand, misunderstood } from '../screens/misunderstood.ts'
import { noLongerActive, outdatedForm } from '../screens/notice.ts'
import { channelControl, fileControl, runControl, type ControlTraits } from '../screens/control.ts'
import type { Press, Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { createHeldFiles, type HeldFiles } from './held-files.ts'
import { actIn, needsPlace, offeredFor, ownPlace, refusedEverywhere, staysIn } from './place-choice.ts'

export type Router = {
  /** @throws what a feature throws */
  readonly answer: (request: Request) => Promise<readonly Reply[]>
  readonly traitsOf: (control: string) => ControlTraits | undefined
  /** Fulfilled with the answers of the feature that has this command. */
  readonly answersOf: (command: string) => Promise<AnyAnswers | undefined>
}

type Answered = Screen | Reply

/** With fewer words, a slip of a command and its option is more likely. */
const fewestWords = 3

/** @param held files that wait for a channel to be chosen */
export function createRouter(catalog: Catalog, means: Means, held: HeldFiles = createHeldFiles(means.now)): Router {
  const { commands } = means
  const loaded = new Map<Feature, AnyAnswers>()

  async function load(feature: Feature): Promise<AnyAnswers> {
    const answers = await feature.answers()
    loaded.set(feature, answers)
    return answers
  }

  const answersOf = (feature: Feature) => loaded.get(feature) ?? load(feature)

  async function run(command: string, values: Readonly<Record<string, string>>, request: Request): Promise<Answered> {
    // All of its options, also those that the course has nothing for: the feature says so.
    const [feature, spec] = [catalog.ownerOf(command), catalog.commands.find(command)]
    if (feature === undefined || spec === undefined) return noSuchCommand(command, undefined)
    const missing = whatIsMissing(spec, values)
    if (missing !== undefined) return misused(spec.name, missing, request)
    const answers = await answersOf(feature)
    return (await answers.commands[command]?.(readValues(spec, values) as never, request, means)) ?? noSuchCommand(command, undefined)
  }

  /** Whoever may not use the command hears that, and nothing about what they typed. */
  async function misused(command: string, problem: string, request: Request): Promise<Screen> {
    if (needsPlace({ name: command }, request, commands)) {
      return (await refusedEverywhere({ name: command }, request, means)) ?? misunderstood(problem, commands.find(command))
    }
    const feature = catalog.ownerOf(command)
    const no = feature === undefined ? undefined : await (await answersOf(feature)).rights?.[command]?.(request, means)
    return no ?? misunderstood(problem, commands.find(command))
  }

  function typed(command: ParsedCommand, request: Request): Promise<Answered> | Answered {
    switch (command.kind) {
      case 'unknown':
        return unknown(command, request)
      case 'misused':
        return misused(command.name, command.problem, request)
      case 'known':
        return needsPlace(command, request, commands) ? inOwnPlace(command, request) : run(command.name, command.values, request)
    }
  }

  /**
   * A question is looked up, and so are several words that the course has an answer to, unless they begin with what may be a slip of a
   * command and set options of it.
   */
  async function unknown({ typed: first, meant, line = '' }: Extract<ParsedCommand, { readonly kind: 'unknown' }>, request: Request): Promise<Answered> {
    const { asks, asksAtOnce } = await import('../course/lookup/clauses.ts')
    const isQuestion = meant === null ? asks(line) : asksAtOnce(line)
    return isQuestion || isAnswered(line) ? run(commands.nameOf('free-text'), { words: line }, request) : noSuchCommand(first, commands.find(meant ?? ''))
  }

  const isAnswered = (line: string): boolean => line.split(/\s+/u).length >= fewestWords && !line.includes('=') && means.lookup.ask(line).kind !== 'none'

  async function inOwnPlace(command: Extract<ParsedCommand, { readonly kind: 'known' }>, request: Request): Promise<Answered> {
    const own = await ownPlace(command, request, means, held)
    if ('screen' in own) return own.screen
    return staysIn(own.request.place, await run(command.name, own.values, own.request))
  }

  async function press(request: Press): Promise<Reply> {
    const there = channelControl.read(request.control)
    if (there !== undefined) {
      const acting = channelControl.read(there.inner) === undefined ? await actIn(there.place, request, means) : { screen: noLongerActive() }
      return 'screen' in acting ? replyOf(acting.screen, false) : staysIn(there.place, await press({ ...acting.request, control: there.inner }))
    }
    const asTyped = runControl.read(request.control)
    if (asTyped !== undefined) return replyOf(await typed(commands.parse(asTyped.line), request), true)
    const withFile = fileControl.read(request.control)
    if (withFile !== undefined) return replyOf(await typedWithFile(withFile, request), true)
    const pressed = catalog.pressed(request.control)
    if (pressed === undefined) return replyOf(noLongerActive(), false)
    const { feature, name, control, values } = pressed
    const answered = await (await answersOf(feature)).controls[name]?.(values as never, request, means)
    return answered === undefined ? replyOf(noLongerActive(), false) : replyOf(answered, control.beside !== true)
  }

  async function typedWithFile({ file, line }: { readonly file: string; readonly line: string }, request: Press): Promise<Answered> {
    const [sent, command] = [held.of(file, request.asker), commands.parse(line)]
    if (sent === undefined) return (await import('../screens/sent-file.ts')).fileIsGone()
    return typed(command, { ...request, ...sent, kind: 'command', command })
  }

  async function fill(request: Request & { readonly kind: 'form' }): Promise<Answered> {
    const feature = catalog.ownerOf(request.command)
    const form = feature === undefined ? undefined : (await answersOf(feature)).forms?.[request.command]
    const values = Object.fromEntries(Object.entries(request.values).map(([name, text]) => [name, plainTyping(text)]))
    if (form === undefined) return outdatedForm()
    if (request.outside !== true || request.place === null) return form(values, request, means)
    const acting = await actIn(request.place, request, means)
    return 'screen' in acting ? acting.screen : staysIn(request.place, await form(values, acting.request, means))
  }

  async function home(request: Request): Promise<Screen> {
    const { homePage } = await import('../features/home/home.ts')
    return homePage(catalog.features, request, means)
  }

  async function hello({ offer, place }: Request & { readonly kind: 'hello' }): Promise<Screen> {
    const { helloScreen } = await import('../features/home/hello.ts')
    return helloScreen({ courseTitle: means.course.title, offer, direct: place === null })
  }

  async function unclear(request: Request & { readonly kind: 'unclear' }): Promise<Answered> {
    const { answerUnclear } = await import('../features/home/unclear.ts')
    const today = { kind: 'known', name: commands.nameOf('start'), values: {} } as const
    const otherwise = () => inOtherWords(request.otherwise, request)
    if (request.of === 'change') return otherwise()
    return answerUnclear(request, means, {
      run: (command) => run(command, {}, request),
      today: async () => {
        const own = await ownPlace(today, request, means, held)
        return 'screen' in own ? undefined : own.request
      },
      otherwise,
      showToday: async () => typed(today, request),
    })
  }

  /** What could be meant by words that were for nothing on the screen. Without a slash, nothing is changed that isn't asked about first. */
  async function inOtherWords(command: ParsedCommand | null, request: Request): Promise<Answered> {
    if (command === null) return hello({ ...request, kind: 'hello', offer: null })
    const spec = command.kind === 'known' ? commands.find(command.name) : undefined
    if (command.kind !== 'known' || spec?.changes === undefined) return typed(command, request)
    const offered = await offeredFor(command, request, means)
    if ('screen' in offered) return offered.screen
    const { askFirstScreen } = await import('../features/home/ask-first.ts')
    return askFirstScreen({ command: spec, ...offered })
  }

  return {
    answer: async (request) => {
      switch (request.kind) {
        case 'command':
          return [replyOf(await typed(request.command, request), false)]
        case 'press':
          return [await press(request)]
        case 'form':
          return [replyOf(await fill(request), false)]
        case 'unclear':
          return [replyOf(await unclear(request), false)]
        case 'home':
          return [replyOf(await home(request), false)]
        case 'hello':
          return [replyOf(await hello(request), false)]
      }
    },
    traitsOf: catalog.traitsOf,
    answersOf: async (command) => {
      const feature = catalog.ownerOf(command)
      return feature === undefined ? undefined : answersOf(feature)
    },
  }
}

/** @param update in place of the screen whose button was pressed */
function replyOf(answered: Answered, update: boolean): Reply {
  return 'to' in answered ? answered : { to: 'asker', screen: answered, update }
}

/** Text as the feature wants it. A choice that is none of the option's is absent. */
function readValues({ options }: Command, values: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  const read = options.flatMap(({ name, kind, choices }) => {
    const value = values[name]
    if (value === undefined || (choices !== undefined && !choices.includes(value))) return []
    return [[name, kind === 'number' ? Number(value) : plainTyping(value)] as const]
  })
  return Object.fromEntries(read)
}
