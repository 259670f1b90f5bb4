// A screen of a private session.
import type { Block, Screen } from './screen.ts'

export const sessionScreen = (name: string, title: string, blocks: readonly Block[]): Screen => ({ name, title, tone: 'plain', session: true, blocks })
