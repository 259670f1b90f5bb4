// What the parent process and the program say to each other.

export type Order =
  | { readonly kind: 'start'; readonly now: number }
  /** `lastLook`: how often the program may still look at the clock; it dies by SIGKILL as it looks for the last time. */
  | { readonly kind: 'clock'; readonly id: number; readonly now: number; readonly beat: boolean; readonly lastLook: number | null }
  | { readonly kind: 'stop' }

export type Report =
  | { readonly kind: 'loaded' | 'ready' | 'stopped' }
  /** The clock is set, its timers have run, and the beat, where one was ordered, is over. */
  | { readonly kind: 'done'; readonly id: number }
  /** Something that nobody caught, or a start that failed. */
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'log'; readonly line: string }
