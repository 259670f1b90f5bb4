// What a request asks for and what came of it, in the bot's own words: for those who trace it.
import type { Outcome } from '../core/trace.ts'
import type { Catalog } from '../features/catalog.ts'
import { channelControl, fileControl, innerControl, runControl } from '../screens/control.ts'
import type { Reply, Request } from '../screens/request.ts'

type Known = Pick<Catalog, 'commands' | 'pressed'>

/** The name of a command or a control. What the bot doesn't know is `unknown`, whatever it says. */
export function actionOf(request: Request, catalog: Known): string {
  switch (request.kind) {
    case 'command':
      return named(request.command, catalog)
    case 'press':
      return ofControl(request.control, catalog)
    case 'form':
      return catalog.commands.find(request.command)?.name ?? 'unknown'
    case 'unclear':
    case 'home':
    case 'hello':
      return request.kind
  }
}

function ofControl(whole: string, catalog: Known): string {
  const outer = innerControl(whole)
  const control = innerControl(channelControl.read(outer)?.inner ?? outer)
  const asTyped = runControl.read(control) ?? fileControl.read(control)
  return asTyped === undefined ? (catalog.pressed(control)?.control.word ?? 'unknown') : named(catalog.commands.parse(asTyped.line), catalog)
}

const named = (command: ReturnType<Catalog['commands']['parse']>, { commands }: Known): string => (command.kind === 'unknown' ? 'unknown' : (commands.find(command.name)?.name ?? 'unknown'))

export const outcomeOf = (replies: readonly Reply[]): Outcome => (replies.some(({ to, screen }) => to === 'form-errors' || screen.name === 'refusal') ? 'refused' : 'answered')
