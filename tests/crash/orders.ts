// What the parent process and the program say to each other.

export type Order =
  | { readonly kind: 'start'; readonly now: number }
  /** `lastLook`: how often the program may still look at the clock; as it looks for the last time it sends itself a signal, SIGKILL by default. */
  | { readonly kind: 'clock'; readonly id: number; readonly now: number; readonly beat: boolean; readonly lastLook: number | null; readonly signal?: 'SIGKILL' | 'SIGSTOP' | undefined }
  /** Everything is stopped and started again in the same process. */
  | { readonly kind: 'restart'; readonly id: number }
  | { readonly kind: 'measure'; readonly id: number }
  | { readonly kind: 'stop' }

/** After the garbage is collected. In bytes. */
export type Measured = { readonly heap: number; readonly outside: number; readonly whole: number; readonly files: number }

export type Report =
  | { readonly kind: 'loaded' | 'ready' | 'stopped' }
  /** The clock is set, its timers have run, and the beat, where one was ordered, is over. */
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'measured'; readonly id: number; readonly measured: Measured }
  /** Something that nobody caught, or a start that failed. */
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'log'; readonly line: string }
