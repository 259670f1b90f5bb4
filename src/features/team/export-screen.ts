// What a manager sees who gets the questions of a team as files.
import { notice } from '../../screens/notice.ts'
import type { FileBlock, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { addButton } from './list-screen.ts'

/**
 * @param drafts how many aren't in the file for a course
 * @param fits false: the table is longer than what can be sent back in one go
 * @param open how many are left out, because they are open and their answer comes at the close
 */
export function exportScreen(files: readonly FileBlock[], { drafts, fits, open = 0 }: { readonly drafts: number; readonly fits: boolean; readonly open?: number }): Screen {
  const forCourse = files.some(({ name }) => name.endsWith('.yaml'))
  const left = drafts === 0 ? '' : ` ${drafts === 1 ? 'One draft isn’t' : `${drafts} drafts aren’t`} in it.`
  return {
    name: 'team-export',
    title: 'Your team’s questions as files',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`The table has all of them${open === 0 ? '' : leftOut(open)}. Change it as you like, then send it with `, command('add-question'), ': what you changed becomes a draft again, and new lines become new questions.'] },
      { kind: 'paragraph', text: [forCourse ? `The YAML file has the approved ones in the format of a course. Its first lines say how to move them there.${left}` : 'Once you approve some, there’s also a YAML file in the format of a course.'] },
      ...files,
      ...(fits ? [] : [{ kind: 'footnote', text: ['The table is longer than what can be sent back in one go. Split it into several with the same first line.'] } as const]),
    ],
  }
}

const leftOut = (open: number): string => `, except ${open === 1 ? 'one that’s' : `${open} that are`} open: nobody sees the answer before it closes`

/** @param open how many there are, but open */
export function nothingToExport(open = 0): Screen {
  if (open > 0) return notice('There’s nothing to export yet', [[`${open === 1 ? 'Your team’s only question is' : 'All questions of your team are'} open, and nobody sees an answer before the close. Try again then.`]])
  return notice('There’s nothing to export', [['Your team hasn’t written any questions yet.']], [addButton('Add a question', true)])
}
