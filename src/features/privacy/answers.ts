// Keeping somebody off boards and out of lists, or showing them again.
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { cannotTell } from '../../screens/outside.ts'
import { personSeen } from '../../screens/request.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { membersOf, type Member } from '../members.ts'
import type { Services } from '../services.ts'
import type { privacy } from './face.ts'

export const commands: Answers<typeof privacy>['commands'] = {
  privacy: async ({ show }, request, means) => {
    const { members, unsure } = await membersOf(request, means)
    if (members.length === 0) return unsure ? cannotTell() : shownNowhere()
    const groups = request.outside === true ? members.map(({ group }) => means.groupName(group) ?? 'a server') : []
    if (show !== undefined) return setHidden(show === 'hide', members, groups, means.ledger)
    const hidden = await Promise.all(members.map(({ group, asker }) => means.ledger.people.isHidden(group, asker.id)))
    const [first = false] = hidden
    return hidden.every((each) => each === first) ? howYouAreSeen(first, groups) : seenHereAndThere(groups.filter((_, at) => hidden[at] === true))
  },
}

export const controls: Answers<typeof privacy>['controls'] = {}

const hideMe: Button = { label: 'Hide me', control: runControl.text({ line: 'privacy hide' }), primary: false }
const deleteAll: Button = { label: 'Delete my data', control: runControl.text({ line: 'forget' }), primary: false }
const showMe: Button = { label: 'Show me', control: runControl.text({ line: 'privacy show' }), primary: false }

async function setHidden(hidden: boolean, members: readonly Member[], groups: readonly string[], { people }: Services['ledger']): Promise<Screen> {
  for (const member of members) await people.setHidden(personSeen(member), hidden)
  return hidden
    ? notice('You’re hidden', [...where(groups), ['Your name no longer shows up on leaderboards and lists. Older posts may still show it. ', ...ownPoints], totals, larger], [showMe])
    : notice('You’re visible again', [...where(groups), ['You’re back on leaderboards and lists, with all your points.'], others], [hideMe])
}

/** @param groups by name, where somebody asks outside of all groups */
export function howYouAreSeen(hidden: boolean, groups: readonly string[] = []): Screen {
  return hidden
    ? notice('You’re hidden', [...where(groups), ['Your name doesn’t show up on leaderboards and lists. Posts from before you hid may still show it. ', ...ownPoints], totals, larger], [showMe, deleteAll])
    : notice('You’re visible', [...where(groups), ['Others see your name, points, accuracy, and streak on leaderboards, and your name in the list of people who were right.'], others], [hideMe, deleteAll])
}

/** @param hiddenIn by name */
export function seenHereAndThere(hiddenIn: readonly string[]): Screen {
  const lines: Text[] = [['You’re hidden in ', ...inWords(hiddenIn), '. In your other servers, others see you.'], ['These buttons change it in all of them. To change it in one, use the command there.']]
  return notice('You’re hidden in some servers', lines, [hideMe, showMe, deleteAll])
}

const shownNowhere = () => notice('No leaderboard shows you', [['You haven’t answered a daily question in any server where I am. Once you have, you can hide here or there with ', command('privacy hide'), '.']])

const where = (groups: readonly string[]): readonly Text[] => (groups.length === 0 ? [] : [['This is about ', ...inWords(groups), '.']])

/** More would be read by nobody. */
const mostNamed = 5

function inWords(groups: readonly string[]): Text {
  const left = groups.length - mostNamed
  const named = left > 0 ? [...groups.slice(0, mostNamed), `${left} more`] : groups
  return named.flatMap((name, at): Text => [...(at === 0 ? [] : [at === named.length - 1 ? ' and ' : ', ']), strong(name)])
}

const ownPoints: Text = ['You can still see your points: ', command('me')]

/** As `core/small-groups.ts` has it. */
const totals: Text = [
  'Your answers still count in a question’s totals, without your name. If fewer than five people answered, or all visible people chose the same, the question shows no totals and no names.',
]

const larger: Text = ['Otherwise, people who compare the totals with the names can tell how many hidden people were right.']

const others: Text = ['Each closed question also shows how many people chose each option. In a small group, that can be enough to tell what you chose.']
