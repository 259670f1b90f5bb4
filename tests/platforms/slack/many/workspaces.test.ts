// Several workspaces at once: nobody sees anything of another one, and no token goes to another one's Slack.
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { onMessage } from '../../../fakes/slack/fake-slack.ts'
import { until } from '../../../fakes/until.ts'
import { openManyStage, told, wordsOf, type ManyStage } from './stage.ts'

type Workspace = Awaited<ReturnType<ManyStage['workspace']>>

const setUp = ({ slack, ada, channel }: Workspace) => told(slack, ada, () => slack.command(ada, channel, 'setup 09:00 Europe/Berlin mon-fri'))
const questionIn = ({ slack, channel }: Workspace) => slack.messages(channel).findLast(({ metadata }) => metadata !== undefined)

async function answer(workspace: Workspace, user: string): Promise<string> {
  const question = questionIn(workspace)
  if (question === undefined) throw new Error('nothing was posted')
  const [option] = question.blocks.flatMap((block) => (Array.isArray(block['elements']) ? block['elements'] : [])) as { readonly action_id?: string }[]
  const control = question.blocks.flatMap((block) => (block['type'] === 'actions' ? (block['elements'] as { readonly action_id: string }[]) : []))[0]?.action_id ?? option?.action_id ?? ''
  return told(workspace.slack, user, () => workspace.slack.press(user, onMessage(question), control))
}

describe('two workspaces', () => {
  test('press at once, and each person hears of their own question and their own people alone', async () => {
    const stage = await openManyStage()
    const [one, two] = [await stage.workspace('One'), await stage.workspace('Two')]
    await Promise.all([one, two].map(setUp))
    await stage.wait('2026-11-23T08:00:00Z')
    await Promise.all([one, two].flatMap((each) => [each.ada, each.bob].map((user) => answer(each, user))))
    const boards = await Promise.all([one, two].map((each) => told(each.slack, each.ada, () => each.slack.command(each.ada, each.channel, 'board everywhere'))))
    expect(boards[0]).not.toMatch(/of Two|UTWO|U0ADATWO/u)
    expect(boards[1]).not.toMatch(/of One|U0ADAONE/u)
    // The wire: whatever names something of a workspace went with that workspace's own token.
    const [ones, twos] = [one.slack.world.botToken, two.slack.world.botToken]
    const foreign = stage.slacks.calls.filter(({ token, args }) => {
      const text = JSON.stringify(args)
      return (token === ones && /T0TWO|C0TWO|U0(?:ADA|BOB)TWO/u.test(text)) || (token === twos && /T0ONE|C0ONE|U0(?:ADA|BOB)ONE/u.test(text))
    })
    expect(foreign).toEqual([])
    expect(stage.slacks.calls.filter(({ token }) => token === ones).length).toBeGreaterThan(2)
    expect(stage.slacks.calls.filter(({ method, token }) => token === '' && !['oauth.v2.access', 'api.test'].includes(method))).toEqual([])
    expect([one, two].map(({ slack }) => slack.world.refusals)).toEqual([[], []])
  })

  test('have limits of their own: while one has to wait, the other gets its question', async () => {
    const stage = await openManyStage()
    const [one, two] = [await stage.workspace('One'), await stage.workspace('Two')]
    await Promise.all([one, two].map(setUp))
    one.slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 30 }, 99)
    await stage.wait('2026-11-23T08:00:00Z')
    expect([questionIn(one), questionIn(two)]).toEqual([undefined, expect.objectContaining({ channel: two.channel })])
    one.slack.world.faults.length = 0
    await stage.wait(60_000)
    expect(questionIn(one)).toBeDefined()
  })

  test('are both served after a restart, with tokens from the database', async () => {
    const stage = await openManyStage()
    const [one, two] = [await stage.workspace('One'), await stage.workspace('Two')]
    await Promise.all([one, two].map(setUp))
    await stage.restart()
    await stage.wait('2026-11-23T08:00:00Z')
    expect([questionIn(one), questionIn(two)].every((question) => question !== undefined)).toBe(true)
    expect(await answer(two, two.bob)).toMatch(/Right|Not this time|Choose exactly/u)
    // The question closes and shows its answer, which is found by its workspace.
    await stage.wait('2026-11-24T08:00:00Z')
    expect(wordsOf(two.slack.messages(two.channel).find(({ metadata }) => metadata !== undefined) as never)).toContain('answer')
  })
})

test('a bot that served one workspace goes on with the same database: what was open then closes with its answer', async () => {
  const stage = await openManyStage()
  const one = await stage.workspace('One')
  await setUp(one)
  await stage.wait('2026-11-23T08:00:00Z')
  await stage.stop()
  const db = new Database(stage.file)
  // As that bot called its messages.
  expect(db.prepare(`UPDATE rounds SET message = replace(message, 'T0ONE/', '')`).run().changes).toBe(1)
  db.close()
  await stage.start()
  expect(await answer(one, one.bob)).toMatch(/Right|Not this time|Choose exactly/u)
  // Others have come meanwhile, and their tokens don't go with it.
  const two = await stage.workspace('Two')
  await setUp(two)
  await stage.wait('2026-11-24T08:00:00Z')
  const [first, second] = one.slack.messages(one.channel).filter(({ metadata }) => metadata !== undefined)
  expect([first?.edits, second?.edits]).toEqual([1, 0])
  expect(stage.slacks.calls.filter(({ token, args }) => token === two.slack.world.botToken && JSON.stringify(args).includes(one.channel))).toEqual([])
})

test('a message from before is nobody else’s while its own workspace hasn’t come back', async () => {
  const stage = await openManyStage()
  const one = await stage.workspace('One', 'not yet')
  const two = await stage.workspace('Two')
  await setUp(two)
  const redrawn = stage.platform().redraw(`${one.channel}/1763967600.000100`, { text: 'Who was right: Ada of One', blocks: [] } as never)
  await expect(redrawn).rejects.toMatchObject({ code: 'busy' })
  expect(stage.slacks.calls.map(({ method }) => method)).not.toContain('chat.update')
})

test('what is asked of it is measured from when it came, with the look into the database', async () => {
  const measured: string[] = []
  const waits: number[] = []
  const stage = await openManyStage({
    measures: {
      requested: (method, code) => void measured.push(`${method} ${code}`),
      toWait: () => undefined,
      acknowledged: (kind, duration) => void (measured.push(kind), waits.push(duration)),
    },
  })
  const one = await stage.workspace('One')
  await stage.restart()
  stage.broken.slow = 200
  await setUp(one)
  stage.broken.slow = 0
  expect(measured).toEqual(expect.arrayContaining(['oauth.v2.access ok', 'auth.test ok', 'command']))
  expect(Math.max(...waits)).toBeGreaterThan(190)
})

describe('a delivery that nobody can answer', () => {
  test('says in plain words that the app is not installed there', async () => {
    const stage = await openManyStage()
    const { slack, ada, channel } = await stage.workspace('One', 'not yet')
    const { ack } = await slack.command(ada, channel, 'help')
    expect([ack.inTime, ack.body]).toEqual([true, { response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('install it: https://bot.example.org/slack/install') }])
    expect((await slack.event({ type: 'app_home_opened', user: ada, channel: `D${ada}`, tab: 'home' })).ack.inTime).toBe(true)
  })

  test('asks to try again while the database is away, whatever was pressed, and is answered once it’s back', async () => {
    const stage = await openManyStage()
    const one = await stage.workspace('One')
    const { slack, ada, channel } = one
    await setUp(one)
    await stage.wait('2026-11-23T08:00:00Z')
    stage.broken.ledger = true
    stage.clock.now += 10 * 60_000
    const { ack } = await slack.command(ada, channel, 'help')
    expect(ack.body['text']).toContain('Try again in a minute')
    expect(await answer(one, ada)).toContain('Try again in a minute')
    stage.broken.ledger = false
    expect(await answer(one, ada)).not.toContain('Try again')
  })
})

describe('an app in a whole organization', () => {
  test('serves each workspace by the organization’s token, with groups of their own', async () => {
    const stage = await openManyStage()
    const [red, blue] = [await stage.workspace('Red', 'later'), await stage.workspace('Blue', 'later')]
    const { status, page } = await stage.install([red.slack, blue.slack], 'E0ORG')
    expect([status, page]).toEqual([200, expect.stringContaining('chooses which workspaces')])
    await Promise.all([red, blue].map(setUp))
    await stage.wait('2026-11-23T08:00:00Z')
    expect([questionIn(red)?.channel, questionIn(blue)?.channel]).toEqual([red.channel, blue.channel])
    expect(await answer(blue, blue.bob)).toMatch(/Right|Not this time|Choose exactly/u)
    expect((await stage.ledger().quizzes.of(blue.group)).map(({ place }) => place)).toEqual([blue.place])
    expect(await stage.ledger().installations.servedBy('slack:E0ORG')).toEqual([blue.group, red.group])
    const home = await blue.slack.openHome(blue.bob)
    expect(home.ack.inTime).toBe(true)
    await until(() => blue.slack.home(blue.bob), 'the Home tab')
    await stage.restart()
    await stage.wait('2026-11-24T08:00:00Z')
    expect(blue.slack.messages(blue.channel).filter(({ metadata }) => metadata !== undefined)).toHaveLength(2)
    expect([red, blue].map(({ slack }) => slack.world.refusals)).toEqual([[], []])
  })

  test('has one daily question in a channel that several of its workspaces share', async () => {
    const stage = await openManyStage()
    const [red, blue] = [await stage.workspace('Red', 'later'), await stage.workspace('Blue', 'later')]
    await stage.install([red.slack, blue.slack], 'E0ORG')
    blue.slack.addChannel(red.channel)
    await setUp(red)
    const said = await told(blue.slack, blue.ada, () => blue.slack.command(blue.ada, red.channel, 'status'))
    expect(said).toContain('09:00')
    expect(await stage.ledger().quizzes.of(blue.group)).toEqual([])
  })

  test('answers for its own workspaces in a channel that it shares with another organization', async () => {
    const stage = await openManyStage()
    const [red, blue] = [await stage.workspace('Red', 'later'), await stage.workspace('Blue', 'later')]
    await stage.install([red.slack], 'E0ONE')
    await stage.install([blue.slack], 'E0TWO')
    blue.slack.addChannel(red.channel)
    await setUp(red)
    const status = ({ slack, ada }: Workspace) => told(slack, ada, () => slack.command(ada, red.channel, 'status'))
    expect(await status(red)).toContain('09:00')
    stage.slacks.calls.length = 0
    expect(await status(blue)).toContain('No daily question here yet')
    expect(stage.slacks.calls.filter(({ token }) => token === red.slack.world.botToken)).toEqual([])
  })
})
