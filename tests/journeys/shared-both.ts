// One daily question in a channel on Slack, which leads, and in one on Discord, with people on both.
import { courseOf } from '../fakes/course-of.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { everyoneMay, type Message as DiscordMessage, type Person } from '../fakes/discord/world.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import type { Message } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { openBoth } from './both-platforms.ts'
import { lettersOf } from './discord-town.ts'
import { answer, textOf } from './slack-town.ts'

const never = (): never => {
  throw new Error('there is none')
}
const { questions } = courseOf('tests/courses/house-rules').course
const asks = (text: string) => /\bopen until\b/u.test(text)

/** Ada manages the channel on Slack, ben the one on Discord; the others belong to nobody but themselves. */
export async function openShared() {
  const both = await openBoth()
  const { slack, discord, boss: ada, ben, channel, place, guild } = both
  const [bob, cyd, dia] = ['Bob', 'Cyd', 'Dia'].map((name) => slack.addUser(`U0${name.toUpperCase()}`, name).id) as [string, string, string]
  const [eve, fay, gus] = ['eve', 'fay', 'gus'].map((username) => discord.world.addPerson(guild, { username, may: everyoneMay })) as [Person, Person, Person]
  await both.start()

  /** What somebody on Slack sees alone. */
  const slackShown = async (who: string, line: string): Promise<Message> => {
    const before = slack.whispers(who).length
    await slack.command(who, channel, line)
    return until(() => slack.whispers(who)[before], `an answer to ${line}`)
  }
  const slackPress = async (who: string, message: Message, label: string): Promise<Message> => {
    const [before, count] = [textOf(message), slack.whispers(who).length]
    await slack.press(who, onMessage(message), label)
    await until(() => textOf(message) !== before || slack.whispers(who).length > count, `an answer to ${label}`)
    return slack.whispers(who).length > count ? (slack.whispers(who).at(-1) ?? never()) : message
  }
  const discordShown = (who: Person, line: string, options: Readonly<Record<string, string | number | boolean>> = {}) => discord.people.seen(discord.people.command(who, place, line, options))
  const discordPress = (who: Person, message: DiscordMessage, label: string) => discord.people.seen(discord.people.press(who, message, label))

  const code = /[A-Z]{4}-[A-Z]{4}/u.exec(textOf(await slackPress(ada, await slackShown(ada, 'share'), 'Get a code')))?.[0] ?? never()
  await discordPress(ben, await discordShown(ben, '/study-admin share', { code }), 'Share')

  const onSlack = () => slack.messages(channel)
  const onDiscord = () => discord.world.messagesIn(place).filter((message) => message.onlyFor === null)
  const posts = () => ({ slack: onSlack().findLast((message) => asks(textOf(message))) ?? never(), discord: onDiscord().findLast((message) => asks(discordText(message))) ?? never() })
  return {
    ...both, ada, bob, cyd, dia, eve, fay, gus, posts, onSlack, onDiscord, slackShown, slackPress, discordShown, discordPress,
    slackSays: async (who: string, line: string) => textOf(await slackShown(who, line)),
    discordSays: async (who: Person, line: string, options: Readonly<Record<string, string | number | boolean>> = {}) => discordText(await discordShown(who, line, options)),
    /** What the bot has written to somebody on Discord. */
    privately: (who: Person) => discord.world.messagesIn(discord.world.directChannel(who)).map(discordText).join('\n'),
    answerOnSlack: (who: string, right: boolean) => answer(slack, who, posts().slack, questions, right),
    answerOnDiscord: async (who: Person, right: boolean) => {
      const post = posts().discord
      const { right: [letter = '', another], wrong: [other = ''], values, wrongValues } = lettersOf(discordText(post), questions)
      const pressed = another === undefined ? discord.people.press(who, post, right ? letter : other) : discord.people.choose(who, post, right ? values : wrongValues)
      return discordText(await discord.people.seen(pressed))
    },
  }
}
