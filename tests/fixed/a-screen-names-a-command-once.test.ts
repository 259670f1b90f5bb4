// In a direct message on Discord, `today` was answered with “type /study today. Then /study today works here, too.”
import { expect, it } from 'vitest'
import { noOwnChannel } from '../../src/features/home/channels.ts'
import { cannotTell, leftThatServer, managesNothingAnywhere, noChannelAnywhere, setUpThere } from '../../src/screens/outside.ts'
import type { Screen } from '../../src/screens/screen.ts'

const commandsOn = ({ blocks }: Screen): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'footnote' ? block.text : [])).flatMap((part) => (typeof part === 'object' && part.kind === 'command' ? [part.line] : []))

it.each(['today', 'board', 'me', 'privacy'])('what tells people where to go for %s names each command once', async (line) => {
  const quizzes = { of: async () => [] } as never
  const screens = [noChannelAnywhere(line), cannotTell(), leftThatServer(), managesNothingAnywhere(), setUpThere(), await noOwnChannel({ group: 'discord:1' }, line, { quizzes })]
  for (const commands of screens.map(commandsOn)) expect(commands).toEqual([...new Set(commands)])
})
