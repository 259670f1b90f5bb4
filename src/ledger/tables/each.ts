// The same for each of many things, within a job.

/** In their order. `work` says what came of it by its result alone: in a job that is run again, what is done already is not gone through again. */
export type Each = <Item, Result>(list: () => readonly Item[], work: (item: Item) => Result) => readonly Result[]

/** Where no job is run again. */
export const eachInTurn: Each = (list, work) => list().map((item) => work(item))
