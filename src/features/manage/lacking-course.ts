// What a channel's status says where the bot doesn't have its course anymore.
import { command, type Text } from '../../screens/text.ts'

/** @param courses all of the channel's @param lacking those of them that the bot doesn't have */
export function lackingFacts(courses: readonly string[], [first, ...others]: readonly string[], mayManage: boolean): readonly { readonly label: string; readonly value: Text }[] {
  if (first === undefined) return []
  const what = courses.length > others.length + 1 ? 'Questions come from the others until then.' : 'No question comes until then.'
  const change: Text = mayManage ? [' To choose another: ', command('settings course=NAME')] : []
  return [{ label: 'Course missing', value: [`the bot doesn’t have “${first}”${others.length === 0 ? '' : ` and ${others.length} more`} anymore. The people who run the bot can bring it back. ${what}`, ...change] }]
}
