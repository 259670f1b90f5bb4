// What a ledger holds, in words.

type Totals = { readonly answers: number; readonly people: number; readonly rounds: number; readonly studied: number; readonly learners: number }

/** The study log has answers in channels and those that people gave alone. */
export function inWords({ answers, people, rounds, studied, learners }: Totals): string {
  const log = studied === 0 ? '' : `; ${count(studied, 'entry', 'entries')} of ${count(learners, 'learner', 'learners')} in the study log`
  return `${count(answers, 'answer', 'answers')} of ${count(people, 'person', 'people')} in ${count(rounds, 'round', 'rounds')}${log}`
}

export function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}
