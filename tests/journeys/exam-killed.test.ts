// The real program, killed after every step of an exam: each answer that was acknowledged is there at the next start.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { until } from '../fakes/until.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()

/** The program at a terminal that is a pipe. */
function start(folder: string) {
  const env = bareEnvironment({ HOME: folder, TZ: 'UTC', DATABASE_FILE: `${folder}/studyhall.sqlite` })
  const child = spawn(process.execPath, ['src/start.js'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  return {
    /** Types a line; what is printed once that matches. */
    type: async (line: string, answer: RegExp): Promise<string> => {
      const from = printed.length
      child.stdin.write(`${line}\n`)
      return until(() => (answer.test(printed.slice(from)) ? printed.slice(from) : undefined), `an answer to ${line}`)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

/** As many letters as the question takes. */
const lettersFor = (question: string) => (/Type (two|three) letters/u.exec(question)?.[1] === 'three' ? 'ABC' : question.includes('Type two letters') ? 'AB' : 'A')

it('loses no answer', async () => {
  const folder = newFolder()
  let program = start(folder)
  // 90 minutes, so that no machine is too slow for it.
  await program.type('/study exam 65', /\[1\] Start/u)
  let shown = await program.type('1', /question 1 of 65[\s\S]*Overview/u)
  for (const answered of [1, 2, 3]) {
    const next = new RegExp(`question ${answered + 1} of 65[\\s\\S]*Overview`, 'u')
    await program.type(lettersFor(shown), next)
    await program.kill()
    program = start(folder)
    shown = await program.type('/study exam', next)
    expect(shown).toContain(`${answered} of 65 answered`)
  }
  await program.type('4', /Exam: overview[\s\S]*Give up/u)
  await program.type('1', /62 unanswered count as wrong[\s\S]*Back to the exam/u)
  const result = await program.type('1', /\d of 65 right[\s\S]*History/u)
  await program.kill()
  program = start(folder)
  const score = /\d of 65 right/u.exec(result)?.[0] ?? 'no score'
  expect(await program.type('/study exam', /Practice exam[\s\S]*Start/u)).toContain(`Your last exam: ${score}`)
  await program.kill()
})
