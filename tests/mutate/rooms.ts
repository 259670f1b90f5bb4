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

/** Without the whole bot around it. */
const deliveryAlone = [
  'fair-share', 'timers', 'reach-managers', 'redraw', 'live-count', 'changed-screen', 'teller', 'pages', 'workers', 'adopt', 'send', 'look-first', 'news', 'beat', 'daily-round',
].map((name) => `tests/delivery/${name}.test.ts`)

/** What reads text and payloads, without a platform around it. */
const incomingAlone = [
  ...['read-event', 'read-payload', 'read-user', 'command-line', 'to-request', 'people-cache'].map((name) => `tests/platforms/slack/${name}.test.ts`),
  ...['read-message', 'autocomplete', 'command-data', 'to-request', 'register-commands'].map((name) => `tests/platforms/discord/${name}.test.ts`),
  ...['read-line', 'complete'].map((name) => `tests/platforms/terminal/${name}.test.ts`),
]

export const rooms: readonly Room[] = [
  { name: 'core', mutated: ['src/core/*.ts'], tests: ['tests/core/', 'tests/features', 'tests/screens', 'tests/fixed', 'tests/delivery/'], goal: 90 },
  { name: 'delivery', mutated: ['src/delivery/*.ts'], tests: [...deliveryAlone, 'tests/delivery/', 'tests/bot', 'tests/fixed', 'tests/journeys'], goal: 90 },
  {
    name: 'ledger', mutated: ['src/ledger/*.ts', 'src/ledger/parts/*.ts', 'src/ledger/tables/*.ts'],
    tests: ['tests/ledger/sqlite.test.ts', 'tests/ledger/', 'tests/delivery/', 'tests/fixed', 'tests/features'], goal: 80,
  },
  { name: 'ledger-file', mutated: ['src/ledger/sqlite/file/*.ts'], tests: ['tests/ledger/', 'tests/fixed', 'tests/ops', 'tests/cli'], goal: 80 },
  { name: 'bot', mutated: ['src/bot/*.ts'], tests: ['tests/bot', 'tests/features', 'tests/delivery/', 'tests/fixed', 'tests/journeys'], goal: 80 },
  { name: 'incoming', mutated: ['src/platforms/*/incoming/*.ts'], tests: [...incomingAlone, 'tests/commands', 'tests/platforms', 'tests/fixed', 'tests/journeys'], goal: 80 },
]

export function roomNamed(name: string | undefined): Room {
  const room = rooms.find((each) => each.name === name)
  if (room === undefined) throw new Error(`Name one of these: ${rooms.map((each) => each.name).join(', ')}.`)
  return room
}
