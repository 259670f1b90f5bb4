// A Slack workspace that enforces Slack's limits: https://docs.slack.dev/apis/web-api/rate-limits
import { groupId, placeId } from '../../../src/platforms/slack/ids.ts'
import { onAverage, type Allowance } from '../../fakes/allowance.ts'
import { onMessage, startFakeSlack } from '../../fakes/slack/fake-slack.ts'
import { list, raw, string } from '../../fakes/slack/raw.ts'
import type { Message } from '../../fakes/slack/world.ts'
import { slackLimits, townSecret } from './limits.ts'
import { runTown, type Notes } from './run-town.ts'
import type { Plan } from './messages.ts'

const slack = await startFakeSlack()
const channelName = (index: number) => `C${String(index).padStart(8, '0')}`
const personName = (index: number) => `U${String(index).padStart(8, '0')}`
let channels = 0

function limit({ wider }: Plan, notes: Notes): typeof slack.world.limit {
  const workspace = new Map<string, Allowance>()
  for (const [method, { perMinute, burst }] of Object.entries(slackLimits)) workspace.set(method, onAverage((perMinute / 60) * wider, burst * wider))
  const places = new Map<string, Allowance>()
  return (method, args) => {
    const channel = string(args['channel'])
    let place = places.get(channel)
    if (method === 'chat.postMessage' && place === undefined) {
      place = onAverage(1, 1)
      places.set(channel, place)
    }
    const wait = workspace.get(method)?.take() ?? 0
    if (wait > 0) notes.held(method)
    if (wait === 0 && method === 'chat.postMessage') {
      const own = place?.take() ?? 0
      if (own > 0) notes.held('a channel')
      else notes.posted(Number(channel.slice(1)))
      return own
    }
    if (wait === 0 && method === 'chat.update') notes.edited()
    return wait
  }
}

function answerOf(message: Message): string {
  for (const block of message.blocks) {
    for (const element of list(block['elements'])) {
      const id = string(raw(element)['action_id'])
      if (id.includes(':answer:')) return id
    }
  }
  throw new Error('a post without a way to answer')
}

runTown({
  open: async (plan, notes) => {
    const { team } = slack.world
    channels = plan.channels
    for (let index = 0; index < channels; index++) slack.addChannel(channelName(index))
    for (let index = 0; index < plan.people; index++) slack.addUser(personName(index), `Person ${index}`)
    slack.world.limit = limit(plan, notes)
    const places = Array.from({ length: channels }, (_, index) => ({ group: groupId(team.id), place: placeId(team.id, channelName(index)) }))
    return { apiUrl: slack.apiUrl, token: slack.world.botToken, places }
  },
  connect: (url) => slack.useHttp(url, townSecret),
  press: async (place, person) => {
    const [message] = slack.messages(channelName(place))
    if (message === undefined) return undefined
    const began = performance.now()
    const { ack } = await slack.press(personName(person), onMessage(message), answerOf(message))
    return ack.inTime ? performance.now() - began : undefined
  },
  shown: () => Array.from({ length: channels }, (_, index) => slack.messages(channelName(index)).length),
  complaints: () => slack.world.refusals.map(({ method, error, problems }) => `${method}: ${error} ${problems.join('; ')}`),
})
