// How somebody is seen, in words, and what they can change about it.
import { fewestAroundAliases, fewestOfAlias } from '../../core/board-aliases.ts'
import { isStandIn, longestAlias, shortestAlias, type AliasProblem } from '../../core/alias.ts'
import type { Shown } from '../../core/person.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { privacy } from './face.ts'

const button = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })
const hide = button('Hide me', 'privacy hide')
const show = (label: string) => button(label, 'privacy show')
const alias = (label: string): Button => ({ label, control: privacy.controls.alias.text({}), primary: false })
const ownData = [button('Export my data', 'export'), button('Delete my data', 'forget')]

/** @param changed the asker has just asked for this */
export function privacyScreen(shown: Shown, changed: boolean): Screen {
  const now = changed ? [posts] : []
  const leftOut = shown.as !== 'hidden' && shown.mixed === true ? [mixed] : []
  switch (shown.as) {
    case 'name':
      return notice(changed ? 'You’re visible again' : 'You’re visible', [changed ? backAgain : byName, ...leftOut, small], [hide, alias('Use an alias'), ...ownData])
    case 'alias':
      return notice(`You’re shown as ${shown.alias}`, [...(isStandIn(shown.alias) ? [gaveWay] : []), byAlias, ...(leftOut.length > 0 ? leftOut : [watched]), single, known, ...now], [alias('Change alias'), show('Show my name'), hide, ...ownData])
    case 'hidden':
      if (shown.byLink === true) return notice('You’re hidden', [byLink, single, ...now], [button('Linked accounts', 'unlink'), alias('Use an alias'), ...ownData])
      return notice('You’re hidden', [hidden, single, larger, ...now], [show('Show me'), alias('Use an alias'), ...ownData])
  }
}

const byName: Text = ['Others see your name, points, accuracy, and streak on leaderboards, and your name in the list of people who were right.']
const backAgain: Text = ['You’re back on leaderboards and lists by name, with all your points.']
const small: Text = ['Each closed question also shows how many people chose each option. In a small group, that can be enough to tell what you chose.']

/** Replies are sent once and not kept: only the posts of questions and recaps are. */
const posts: Text = ['Posts of the past year’s questions, weekly recaps, and final leaderboards are being updated. Replies stay as they are.']

const gaveWay: Text = ['Somebody here has a name that looks like your alias, so it was taken back. Choose another one.']
const byAlias: Text = [
  `Leaderboards and recaps show your alias, marked as an alias, once you have ${fewestOfAlias} answers there and at least ${fewestAroundAliases} people are shown.`,
]
const watched: Text = [
  'By comparing leaderboards, others can tell what your alias got right: before and after a question or a manager’s correction, or week and month. They may guess who you are. To avoid that, hide.',
]
const mixed: Text = ['The leaderboard that channels share leaves you out, because they show you in different ways. To be on it, choose the same in each.']
const byLink: Text = ['You’re hidden because you hide in an account that’s linked with this one. Show yourself there, or unlink it. What you choose here applies after that.']
const hidden: Text = ['Your name doesn’t show up on leaderboards and lists. You can still see your points: ', command('me')]

/** As `core/small-groups.ts` has it. */
const single: Text = [
  'Your answers still count in a question’s totals, without any name. A question shows no totals and no names unless at least five people answered it and visible people chose two different wrong answers, each at least twice.',
]
const larger: Text = ['Otherwise, people who compare the totals with the names can tell how many hidden people were right.']
const known: Text = ['If you manage a daily question, its list of managers still names you. The people who run this bot always see who you are.']

/** `own`: one of the asker's own names. */
export type AliasRefusal = AliasProblem | 'taken' | 'own'

const why: Readonly<Record<AliasRefusal, string>> = {
  'too-short': `An alias needs at least ${shortestAlias} letters.`,
  'too-long': `An alias can have at most ${longestAlias} letters.`,
  characters: 'Use letters, digits, spaces, hyphens, and apostrophes, with at least one letter.',
  reserved: 'That word means something else on leaderboards. Choose another one.',
  own: 'That’s your own name, so it would hide nothing. Choose another one.',
  taken: 'Somebody here has that alias, or a name that looks like it. Choose another one.',
}

export const aliasProblem = (problem: AliasRefusal): string => why[problem]

/** Where there are no forms: what to type. */
export const howToChoose = (): Screen =>
  notice('Choose an alias', [
    ['Others see it instead of your name: ', command('privacy alias Blue Heron')],
    [strong(`${shortestAlias} to ${longestAlias} letters`), ', digits, spaces, hyphens, or apostrophes. Nobody else in the group may have it, or a name that looks like it.'],
    ['It’s marked as an alias wherever it’s shown. If somebody with that name joins in later, it’s taken back, and you’re told.'],
  ])
