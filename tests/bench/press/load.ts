// The people: presses on open connections, each sent when the one before it on the same connection is acknowledged.
import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { render } from '../../../src/platforms/slack/outgoing/render.ts'
import { samples } from '../../samples.ts'
import { signingSecret, team, type LoadHears, type LoadSays, type Press } from './messages.ts'

const question = samples.get('question')
if (question === undefined) throw new Error('There is no sample of a question.')
const message = { type: 'message', user: 'U0BENCH', bot_id: 'B0BENCH', ts: '1795329869.000278', ...render(question) }
let presses = 0

/** As Slack sends it, about 5 kB with the message along. */
function payload({ user, control, alone }: Press, sink: number): object {
  presses += 1
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
    api_app_id: 'A0BENCH',
    token: 'legacy',
    container: { type: 'message', message_ts: message.ts, channel_id: 'C0', is_ephemeral: alone },
    trigger_id: `${presses}.${team}.benchmark`,
    team: { id: team, domain: 'bench' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C0', name: 'bench' },
    ...(alone ? {} : { message }),
    state: { values: {} },
    response_url: `http://127.0.0.1:${sink}/actions/${team}/${presses}`,
    actions: [{ action_id: control, block_id: 'b1', text: { type: 'plain_text', text: 'A', emoji: false }, type: 'button', action_ts: '1795329900.000100' }],
  }
}

function request(press: Press, sink: number, now: number): Buffer {
  const body = `payload=${encodeURIComponent(JSON.stringify(payload(press, sink)))}`
  const signature = createHmac('sha256', signingSecret).update(`v0:${now}:${body}`).digest('hex')
  const head = [
    'POST /slack/events HTTP/1.1',
    'host: bench',
    'user-agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'accept: application/json,*/*',
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    `x-slack-request-timestamp: ${now}`,
    `x-slack-signature: v0=${signature}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function run(ports: readonly number[], requests: readonly Buffer[], connections: number): Promise<LoadSays> {
  const took: number[] = []
  let [next, refused] = [0, 0]
  const start = performance.now()
  return new Promise((resolve) => {
    const finish = () => {
      took.sort((a, b) => a - b)
      const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN
      resolve({ perSecond: (requests.length / (performance.now() - start)) * 1000, p50: at(0.5), p99: at(0.99), refused })
    }
    for (let index = 0; index < connections; index++) {
      const socket = connect(ports[index % ports.length] ?? 0, '127.0.0.1')
      let sent = 0
      const send = () => {
        const waiting = requests[next++]
        if (waiting === undefined) return socket.end()
        sent = performance.now()
        return socket.write(waiting)
      }
      socket.setNoDelay(true)
      socket.on('connect', send)
      // An acknowledgement has no body, so its head comes in one piece.
      socket.on('data', (data: Buffer) => {
        took.push(performance.now() - sent)
        if (data.toString('latin1', 9, 12) !== '200') refused += 1
        if (took.length === requests.length) finish()
        send()
      })
    }
  })
}

process.on('message', (heard: LoadHears) => {
  if ('kind' in heard) return process.exit()
  const now = Math.floor(Date.now() / 1000)
  const requests = heard.presses.map((press) => request(press, heard.sink, now))
  return void run(heard.ports, requests, heard.connections).then((result) => process.send?.(result))
})
process.send?.({ kind: 'ready' })
