// What somebody is told whose alias turned out to be another's name.
import { markedAlias } from '../core/person.ts'
import { notice } from './notice.ts'
import type { Screen } from './screen.ts'
import { command, strong } from './text.ts'

export const lostAliasScreen = (alias: string, instead: string): Screen =>
  notice('Choose a new alias', [
    ['Somebody here has a name that looks like your alias ', strong(alias), '. So that nobody takes you for them, you’re now shown as ', strong(markedAlias(instead)), '.'],
    ['Your points and your streak stay. To choose another alias: ', command('privacy alias Green Owl')],
  ])
