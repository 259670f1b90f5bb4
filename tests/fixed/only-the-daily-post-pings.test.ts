// Teams asked for a ping with the daily question. It is off by default, only a manager turns it on, and nothing but the daily post pings.
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentOf } from '../../src/course/question-content.ts'
import { openPost } from '../../src/delivery/round-post.ts'
import { courseOf } from '../fakes/course-of.ts'
import { render as renderSlack } from '../../src/platforms/slack/outgoing/render.ts'
import { openStage } from '../bot/stage.ts'
import { openStage as openDiscord } from '../platforms/discord/stage.ts'
import { startedStage as openSlack } from '../platforms/slack/stage.ts'
import { sampleRound } from '../../src/screens/sample-round.ts'
import type { Screen } from '../../src/screens/screen.ts'

const { course } = courseOf('tests/courses/house-rules')
const [question] = course.questions
const round = { ...sampleRound, question: question?.id ?? '', key: question?.key ?? [], order: question?.options.map(({ id }) => id) ?? [] }
const postFor = (mention: string | null): Screen => openPost(course, round, { recap: null, mention }, 0)

it('by default a post mentions nobody', () => {
  expect(contentOf(course, round).stem).not.toBe('')
  expect(JSON.stringify(renderSlack(postFor(null)))).not.toMatch(/broadcast|usergroup|<!(?!date)/u)
})

describe('on Slack', () => {
  it.each([
    ['settings mention=<!here>', 'here'],
    ['settings mention=@here', '@here'],
    ['settings mention=<!subteam^S0TEAM|@team>', 'slack:T0STUDY/S0TEAM'],
    ['settings mention=off', 'off'],
  ])('“%s” is read', async (line, mention) => {
    const { slack, requests } = await openSlack()
    await slack.command('U0ADA', 'C0STUDY', line)
    expect(requests[0]).toMatchObject({ command: { kind: 'known', values: { mention } } })
  })

  it.each(['<!channel>', '<!everyone>', '@everyone', '@team', '<@U0BOB|bob>'])('“%s” is refused', async (typed) => {
    const { slack, requests } = await openSlack()
    await slack.command('U0ADA', 'C0STUDY', `settings mention=${typed}`)
    expect(requests[0]).toMatchObject({ command: { kind: 'misused', problem: expect.stringMatching(/can’t be pinged|doesn’t work for/u) } })
  })

  it('the post names the group on a line of its own, in its blocks and in its text', async () => {
    const { platform, slack, place } = await openSlack()
    await platform.post(place, postFor('slack:T0STUDY/S0TEAM'), round.id)
    const [message] = slack.messages('C0STUDY')
    expect(message?.blocks.at(-1)).toMatchObject({ elements: [{ elements: [{ type: 'usergroup', usergroup_id: 'S0TEAM' }] }] })
    expect(message?.text).toMatch(/\n<!subteam\^S0TEAM>$/u)
    expect(slack.world.refusals).toEqual([])
  })
})

describe('on Discord', () => {
  async function started() {
    const stage = await openDiscord({ timing: { pause: 1 } })
    const { discord, guild } = stage
    const role = discord.world.addRole(guild, 'Quiz fans')
    const shy = discord.world.addRole(guild, 'Quiet', false)
    await stage.start()
    onTestFinished(() => expect(discord.violations).toEqual([]))
    const settings = async (mention: string) => {
      await discord.people.seen(discord.people.command(stage.ada, stage.channel, '/study-admin settings', { mention }))
      return stage.requests.at(-1)
    }
    return { ...stage, role, shy, settings, id: `discord:${guild.id}:r:${role.id}` }
  }

  it('a role of the server is read, by its mention or its name, and “off”', async () => {
    const { settings, role, id } = await started()
    for (const typed of [`<@&${role.id}>`, '@quiz fans', 'Quiz Fans']) expect(await settings(typed)).toMatchObject({ command: { values: { mention: id } } })
    expect(await settings('off')).toMatchObject({ command: { values: { mention: 'off' } } })
  })

  it('@everyone, @here, a stranger and a role that nobody may mention are refused', async () => {
    const { settings, guild, shy } = await started()
    for (const typed of ['@everyone', '@here', `<@&${guild.id}>`, '<@&123456789012345678>', 'nobody', `<@&${shy.id}>`]) {
      expect(await settings(typed), typed).toMatchObject({ command: { kind: 'misused', problem: expect.stringMatching(/” can’t be pinged|isn’t allowed to ping/u) } })
    }
  })

  it('roles are offered while somebody types', async () => {
    const { discord, ada, channel, role } = await started()
    expect(await discord.people.offered(ada, channel, '/study-admin settings', 'mention', 'quiz')).toEqual([{ name: '@Quiz fans', value: `<@&${role.id}>` }])
  })

  it('the post pings that role alone, and an edit nobody', async () => {
    const { platform, discord, place, channel, role, id } = await started()
    const post = await platform.post(place, postFor(id), round.id)
    const [message] = discord.world.messagesIn(channel)
    expect(message?.pinged).toEqual([role.id])
    await platform.redraw(post, postFor(id))
    expect(discord.asked('PATCH', /messages/u).map(({ body }) => (body as { allowed_mentions: unknown }).allowed_mentions)).toEqual([{ parse: [] }])
    await platform.post(place, postFor(null), 'fedcba9876543210')
    expect(discord.world.messagesIn(channel).at(-1)?.pinged).toEqual([])
  })
})

it('the daily post pings, and an extra one does not', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs mention=@here')
  await stage.until('2026-03-02T08:00Z')
  await stage.type('ada', 'now')
  await stage.until('2026-03-02T08:01Z')

  expect(stage.channel.posts.map(({ screen }) => screen.pings)).toEqual(['here', undefined])
})
