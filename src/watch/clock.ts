/** Time and chance, as the watch sees them; tests bring their own. */
export interface Clock {
  /** Monotonic milliseconds: intervals must not suffer when somebody sets the clock. */
  readonly now: () => number;
  /** Milliseconds since the epoch, for what people and servers read. */
  readonly epoch: () => number;
  /** Calls back once after a delay in milliseconds; returns what calls it off. */
  readonly after: (delay: number, callback: () => void) => () => void;
  /** At least 0, below 1. */
  readonly random: () => number;
}

/** The page's own clock. Globals are looked up at each call, so that a test's fake timers are seen. */
export const systemClock: Clock = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
};
