// What is mutated under which name, and which tests have to notice. Files that only start other programs see no mutants: a child process
// runs the files as they are.
export interface Room {
  readonly name: string
  /** Folders and files of `src/`; a `*` stands for one name. */
  readonly mutated: readonly string[]
  /** In the order they are tried: the quick and near ones first, because a killed mutant is not tried again. */
  readonly tests: readonly string[]
  /** Percent of the mutants that the tests have to notice. */
  readonly goal: number
}

export const rooms: readonly Room[] = [
  { name: 'core', mutated: ['src/core/*.ts'], tests: ['tests/core', 'tests/delivery', 'tests/screens', 'tests/features', 'tests/fixed'], goal: 90 },
  { name: 'delivery', mutated: ['src/delivery/*.ts'], tests: ['tests/delivery', 'tests/fixed', 'tests/bot', 'tests/features', 'tests/journeys'], goal: 90 },
  { name: 'ledger', mutated: ['src/ledger/**/*.ts'], tests: ['tests/ledger', 'tests/delivery', 'tests/features', 'tests/ops', 'tests/fixed'], goal: 80 },
  { name: 'bot', mutated: ['src/bot/*.ts'], tests: ['tests/bot', 'tests/delivery', 'tests/features', 'tests/fixed', 'tests/journeys'], goal: 80 },
  { name: 'incoming', mutated: ['src/platforms/*/incoming/*.ts'], tests: ['tests/platforms', 'tests/commands', 'tests/fixed', 'tests/journeys'], goal: 80 },
]

export function roomNamed(name: string | undefined): Room {
  const room = rooms.find((each) => each.name === name)
  if (room === undefined) throw new Error(`Name one of these: ${rooms.map((each) => each.name).join(', ')}.`)
  return room
}
