// A Slack workspace of the crash test.
import { setTimeout as sleep } from 'node:timers/promises'
import { addressFor, type Call } from '../fakes/doorkeeper.ts'
import { onMessage, startFakeSlack, type Delivered, type FakeSlack } from '../fakes/slack/fake-slack.ts'
import { methods } from '../fakes/slack/methods.ts'
import { list, raw, string, type Raw } from '../fakes/slack/raw.ts'
import type { Fault, Message } from '../fakes/slack/world.ts'
import { second } from './calendar.ts'
import { finalTitle, replyOrDeath, weeklyTitle, type Absence, type Hear, type Opening, type Place, type Seen, type Shown, type Side, type Step, type Trouble } from './side.ts'
import { answerControl } from '../../src/screens/question.ts'

const signingSecret = '0123456789abcdef'

/** What a person is shown, by the address that the reply was sent to. */
type Replies = Map<string, (text: string) => void>

export async function openSlack({ now, doorkeeper, death }: Opening): Promise<Side> {
  const slack = await startFakeSlack(now, doorkeeper)
  const { world } = slack
  const replies: Replies = new Map()

  async function ask(send: () => Promise<Delivered>, hear: (text: string) => void): Promise<void> {
    const sent = send()
    const address = [...world.responses.keys()].at(-1) ?? ''
    const reply = new Promise<string>((resolve) => {
      replies.set(address, (text) => {
        hear(text)
        resolve(text)
      })
      // Where the bot has no connection, the person is told so and nothing more.
      sent.catch(() => resolve(''))
    })
    await replyOrDeath(reply, death(address))
  }

  /** A reply stands in a message of its own, or in place of what was pressed. */
  async function show(person: string, send: () => Promise<Delivered>, pressed: Message | undefined, hear: Hear = () => undefined): Promise<Shown | undefined> {
    const before = slack.whispers(person).length
    let shown: Shown | undefined
    await ask(send, () => {
      const message = slack.whispers(person).slice(before).at(-1) ?? pressed
      if (message === undefined) return
      shown = shownIn(person, message)
      hear(shown)
    })
    return shown
  }

  const shownIn = (person: string, message: Message): Shown => ({
    text: wordsOf(message),
    controls: elementsOf(message.blocks).map((element) => string(element['action_id'])),
    press: (control, hear) => show(person, () => slack.press(person, onMessage(message), control), message, hear),
  })

  function seen(message: Message): Seen {
    const round = string(raw(raw(message.metadata)['event_payload'])['round'])
    const { asked, ...options } = optionsOf(message.blocks)
    // As it stands now: the fake changes the message itself.
    const shown = { ...message }
    return {
      round, ...options,
      at: Number(message.ts.split('.')[0]) * second,
      text: message.text,
      press: (person, chosen, hear) => {
        const control = answerControl.text({ round, option: options.pick > 1 ? null : (chosen[0] ?? null), asked })
        return ask(() => slack.press(person, onMessage(shown), control, chosen), hear)
      },
    }
  }

  const side: Side = {
    name: 'slack',
    environment: { SLACK_BOT_TOKEN: world.botToken, SLACK_APP_TOKEN: world.appToken, SLACK_API_URL: slack.apiUrl },
    environmentOf: (by) => ({ SLACK_BOT_TOKEN: world.botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: addressFor(by, slack.apiUrl) }),
    useHttp: async (origin) => slack.useHttp(`${origin}/slack/events`, signingSecret),
    stepOf,
    carriedOut: ({ path, body }) => {
      const address = path.startsWith('/response/') ? path.slice(10) : ''
      const hear = replies.get(address)
      // The fake counts what it has shown; what it refused nobody saw.
      if (hear !== undefined && (world.responses.get(address)?.uses ?? 0) > 0) hear(string(raw(JSON.parse(body))['text']))
      replies.delete(address)
    },
    openPlace: (number, people) => openPlace(slack, side, number, people),
    posts: ({ id }) => slack.messages(id).filter(({ metadata }) => metadata !== undefined).map(seen),
    weekly: ({ id }) => slack.messages(id).flatMap(({ text }) => weeklyTitle.exec(text) ?? []),
    finals: ({ id }) => slack.messages(id).flatMap((message) => finalTitle.exec(wordsOf(message)) ?? []),
    threads: ({ id }) => slack.replies(id).flatMap(({ text, thread }) => (text.startsWith('Your thoughts?') ? [thread ?? ''] : [])),
    type: async (place, person, line) => {
      let said: string | undefined
      await ask(() => slack.command(person, place.id, line), (text) => (said = text))
      return said
    },
    ask: (place, person, line) => show(person, () => slack.command(person, place.id, line), undefined),
    told: ({ manager }) => slack.messages(`D${manager}`).map(wordsOf),
    letters: (person) => slack.messages(`D${person}`).map(wordsOf),
    trouble: ({ id }, trouble) => slack.fail('chat.postMessage', faultOf(trouble), 1, id),
    away: (how) => {
      world.tokenFault = how === 'token' ? 'token_revoked' : null
      if (how === null) world.faults.splice(0)
      else if (how !== 'token') for (const method of Object.keys(methods)) if (!toStart.has(method)) slack.fail(method, absent[how], Infinity)
    },
    mayLook: (may) => void (may ? world.scopes.add('channels:history') : world.scopes.delete('channels:history')),
    complaints: () => world.refusals.filter(({ error }) => !notOfTheProgram.has(error)).map(({ method, error, problems }) => `${method} ${error} ${problems.join('; ')}`),
    close: async () => {
      await slack.close()
      // The timers of deliveries that nobody acknowledged.
      await sleep(0)
    },
  }
  return side
}

/** A program that cannot start in an outage tries again by the machine's clock. */
const toStart: ReadonlySet<string> = new Set(['auth.test', 'apps.connections.open'])

const absent: Readonly<Record<Exclude<Absence, 'token'>, Fault>> = {
  down: { kind: 'status', status: 503, stored: false },
  failing: { kind: 'error', error: 'internal_error' },
  cut: { kind: 'reset', stored: false },
}

/** Refusals that the test itself asked for; and a picture that was deleted before a kill is deleted again after it. */
const notOfTheProgram: ReadonlySet<string> = new Set(['missing_scope', 'token_revoked', 'file_not_found'])

function openPlace(slack: FakeSlack, side: Side, number: number, people: number): Place {
  const channel = slack.addChannel(`C${number}ROOM`)
  const manager = slack.addUser(`U${number}BOSS`, `Boss ${number}`, { admin: true })
  const members = Array.from({ length: people }, (_, each) => slack.addUser(`U${number}P${each}`, `Person ${number}.${each}`).id)
  return { side, id: channel.id, name: `slack:${slack.world.team.id}/${channel.id}`, people: members, manager: manager.id }
}

/** Everything in it. */
const wordsOf = ({ text, blocks }: Message): string => text + JSON.stringify(blocks)

const elementsOf = (blocks: readonly Raw[]): readonly Raw[] => blocks.flatMap((block) => (block['type'] === 'input' ? [block['element']] : list(block['elements']))).map(raw)

/** `asked`: what the buttons say they are about. */
function optionsOf(blocks: readonly Raw[]): Pick<Seen, 'shows' | 'options' | 'pick'> & { readonly asked: string | null } {
  const elements = elementsOf(blocks)
  const answers = elements.flatMap((element) => {
    const control = answerControl.read(string(element['action_id']))
    return control === undefined ? [] : [control]
  })
  const [first] = answers
  if (first === undefined) return { shows: 'answer', options: [], pick: 1, asked: null }
  const asked = first.asked ?? null
  const single = answers.flatMap(({ option }) => option ?? [])
  if (single.length > 0) return { shows: 'question', options: single, pick: 1, asked }
  const boxes = elements.find(({ type }) => type === 'checkboxes')
  return { shows: 'question', options: list(raw(boxes)['options']).map((option) => string(raw(option)['value'])), pick: 2, asked }
}

function stepOf({ path, body }: Call): Step {
  if (path.startsWith('/response/')) return 'reply'
  switch (path.slice(5)) {
    case 'chat.postMessage':
      return new URLSearchParams(body).get('channel')?.startsWith('C') === true ? 'post' : 'tell'
    case 'chat.update':
      return 'redraw'
    case 'conversations.history':
      return 'find'
    default:
      return 'other'
  }
}

function faultOf({ kind, stored }: Trouble): Fault {
  switch (kind) {
    case 'error':
      return { kind: 'status', status: 500, stored }
    case 'reset':
    case 'hang':
      return { kind, stored }
    case 'busy':
      return { kind: 'rate-limited', seconds: 20 }
  }
}
