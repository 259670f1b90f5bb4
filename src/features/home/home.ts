// One person's own page: each of their channels with what can be done there, put together from what each feature shows.
import type { Quiz } from '../../core/quiz.ts'
import { dateLine, pauseEnd } from '../../screens/dates.ts'
import { menuButtons } from '../../screens/menu.ts'
import type { Request } from '../../screens/request.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import type { Feature, HomePart } from '../feature.ts'
import type { Means } from '../services.ts'
import { membersOf } from '../members.ts'
import { channelsOf, inPlace, inUse, named } from './channels.ts'

/** Each takes about ten blocks. More would make a page that nobody reads, and that Slack refuses (100 blocks). */
const channelsShown = 4

export async function homePage(features: readonly Feature[], request: Request, means: Means): Promise<Screen> {
  const channels = channelsOf(await membersOf(request, means))
  const shown = channels.slice(0, channelsShown)
  const parts = await Promise.all(features.map(async ({ home }) => (await home?.())?.home ?? {}))
  const blocks: Block[] = (await Promise.all(parts.map(({ atTop }) => atTop?.(request, means) ?? []))).flat()
  blocks.push(menuButtons((name) => means.commands.list.some((command) => command.name === name)))
  for (const quiz of shown) {
    blocks.push(channelTitle(quiz))
    for (const { ofChannel } of parts) blocks.push(...inPlace(quiz.place, (await ofChannel?.(request, quiz.place, means)) ?? []))
  }
  if (channels.length === 0) blocks.push(...welcome(means.courses.all.map(({ course }) => course.title), await inUse(request.group, means.ledger.quizzes)))
  return homeScreen([...blocks, ...moreChannels(channels.slice(channelsShown)), ...atEnd(parts, channels)])
}

export const homeScreen = (blocks: readonly Block[]): Screen => ({ name: 'home', page: true, title: 'Studyhall', tone: 'plain', blocks })

/** A channel's part of the page begins by naming it. */
export function channelTitle(quiz: Quiz): Block {
  const state = stateOf(quiz)
  return { kind: 'paragraph', text: [{ kind: 'place', id: quiz.place }, ...(state === undefined ? [] : [strong(` · ${state}`)])] }
}

function stateOf(quiz: Quiz): string | undefined {
  if (quiz.retired !== null) return 'stopped'
  if (quiz.paused) return 'paused'
  const end = pauseEnd(quiz)
  if (end !== undefined) return `paused until ${dateLine(end)}`
  return quiz.skipDate !== null && quiz.skipDate === quiz.nextDate ? 'next question skipped' : undefined
}

function moreChannels(left: readonly Quiz[]): readonly Block[] {
  return left.length === 0 ? [] : [{ kind: 'footnote', text: ['You’re also in ', ...named(left), '. Type ', command('today'), ' there.'] }]
}

/** What concerns no single channel: all buttons in one row. */
export function atEnd(parts: readonly HomePart[], channels: readonly unknown[]): readonly Block[] {
  const blocks = parts.flatMap((part) => part.atEnd?.(channels.length) ?? [])
  const buttons = blocks.flatMap((block): readonly Button[] => (block.kind === 'buttons' ? block.buttons : []))
  return [...blocks.filter(({ kind }) => kind !== 'buttons'), ...(channels.length === 0 ? [] : [everywhere]), { kind: 'buttons', buttons }]
}

const everywhere: Block = { kind: 'heading', text: 'More' }

/** For somebody who has not answered anywhere yet. @param running where others answer already */
export function welcome(courses: readonly string[], running: readonly Pick<Quiz, 'place'>[]): readonly Block[] {
  const next: Text =
    running.length === 0
      ? ['To start, press “Set up a channel” below, or type ', command('setup'), ' in the channel.']
      : ['The daily question runs in ', ...named(running), '. Answer one there, and your streak and points show up here.']
  return [
    { kind: 'paragraph', text: ['One scenario question each study day. Answer with a button, and only you see whether you were right, and why.'] },
    { kind: 'paragraph', text: [courses.length === 1 ? 'The course: ' : 'The courses: ', strong(courses.join(' · '))] },
    { kind: 'paragraph', text: next },
  ]
}
