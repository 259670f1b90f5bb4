// A terminal of the fuzz: lines into the program's input, and everything that it prints.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { personId, terminalGroup, terminalPlace } from '../../src/platforms/terminal/ids.ts'
import { createTerminalPlatform } from '../../src/platforms/terminal/platform.ts'
import { openTerminalQuiz } from '../../src/bot/first-quiz.ts'
import { afterLived } from '../fakes/lived-time.ts'
import { asLine, codesIn, type Step } from './plan.ts'
import { openHouse, type Side } from './side.ts'
import { leaks } from './texts.ts'
import { commands } from '../catalog.ts'

const names = ['ada', 'Bob', 'Zoë', '李雷', 'Владимир', 'مريم', 'İpek', 'ａｄａ', 'o’b', "o'brien"] as const
/** Of the time that this process lives through. */
const patience = 10_000
/** Characters behind which the name of a speaker is looked for. */
const longestName = 200
/** A color, and nothing else that begins with an escape. */
// oxlint-disable-next-line no-control-regex -- colors begin with one
const colors = /\u001B\[[\d;]*m/gu

export async function openTerminalSide(seed: number): Promise<Side> {
  const house = await openHouse()
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-fuzz-'))
  const { now, watch, wrong } = house
  const color = seed % 2 === 1
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  let printed = ''
  let hear = () => {}
  output.on('data', (chunk: string) => {
    printed += chunk
    hear()
  })
  const platform = createTerminalPlatform({ commands, input, output, color, columns: 40 + (seed % 60), interactive: false, personName: 'ada', zone: 'Europe/Berlin', now, log: house.services.log, onEnd: () => {} })
  await openTerminalQuiz(house.services, { group: terminalGroup, place: terminalPlace, person: personId('ada') }, 'Europe/Berlin', now())
  await house.open(platform)
  await house.foreignRound('terminal:elsewhere', 'terminal:elsewhere:there')
  let marks = 0
  let replies = 0
  let speaker = 'ada'
  let code = 'BCDF-GHJK'

  const plain = () => printed.replace(colors, '')

  /** Types a line and waits until it is answered; a line that the terminal itself refuses comes behind it. */
  async function type(line: string): Promise<string> {
    printed = ''
    marks += 1
    const mark = `/as no mark${marks}`
    input.write(`${line}\n${mark}\n`)
    const end = new RegExp(` › ${mark}\\s+A name is\\s+one\\s+word[^]*\\n\\n`, 'u')
    let late = false
    const cancel = afterLived(patience, () => {
      late = true
      hear()
    })
    try {
      for (;;) {
        const text = plain()
        const found = end.exec(text)
        if (found !== null) {
          const [name = speaker] = /\S+$/u.exec(text.slice(0, found.index).slice(-longestName)) ?? []
          speaker = name
          code = codesIn([text]).at(-1) ?? code
          return text.slice(0, found.index - name.length)
        }
        if (late) {
          wrong(`no answer to a line; printed: ${JSON.stringify(printed.slice(-400))}`)
          return text
        }
        await new Promise<void>((resolve) => (hear = resolve))
      }
    } finally {
      cancel()
    }
  }

  function lineOf({ who, act }: Step): string {
    const name = names[who % names.length] ?? 'ada'
    switch (act.kind) {
      case 'command':
        return `${who % 2 === 0 ? '/study ' : ''}${asLine(act.command).replace(/person#(\d+)/gu, (_, index: string) => `@${names[Number(index) % names.length]}`).replace(/code#\d+/u, code)}`
      case 'line':
        return act.line
      case 'press':
        return act.chosen.length > 0 ? act.chosen.map((index) => 'ABCDEF'[index]).join(act.control % 2 === 0 ? '' : ' ') : String(act.control)
      case 'forge':
        return act.control
      case 'fill':
        return `settings ${Object.entries(act.values).map(([option, value]) => `${option}=${value}`).join(' ')}`
      case 'suggest':
        return act.typed
      case 'rename':
        return `/as ${act.name}`
      case 'file':
        writeFileSync(join(folder, act.file.name), act.file.data)
        return `add-question < ${join(folder, act.file.name)}`
      case 'home':
        return `/as ${name}`
      case 'again':
        return 'today'
      case 'wait':
        return ''
    }
  }

  /** One line: a line break would be two. `quit` ends, so it is not among them. */
  const asTyped = (line: string, spoilt: Step['mutations']) => {
    const whole = spoilt.reduce((text, { at, value }) => `${text.slice(0, at % (text.length + 1))}${String(typeof value === 'object' ? JSON.stringify(value) : value)}${text.slice(at % (text.length + 1))}`, line)
    const one = whole.replace(/[\r\n\u2028\u2029]+/gu, ' ')
    return /^\W*(?:study\s+)?\/?\s*(?:quit|exit)\s*$/iu.test(one) ? 'help' : one
  }

  return {
    perform: async (step) => {
      house.begin(step)
      if (step.act.kind === 'wait') return house.wait(step.act.minutes)
      const before = watch.look()
      const shown = await type(asTyped(lineOf(step), step.mutations))
      replies += 1
      for (const problem of leaks(shown, [])) wrong(`the terminal prints ${problem}`)
      if (!color && printed.includes('\u001B')) wrong('an escape where no color is wanted')
      const actor = { person: personId(speaker), group: terminalGroup, manages: true, maySetUp: true }
      for (const problem of watch.unlawful(before, [actor], false)) wrong(problem)
    },
    end: async () => {
      const ending = await house.close()
      rmSync(folder, { recursive: true, force: true })
      return { ...ending, replies }
    },
  }
}
