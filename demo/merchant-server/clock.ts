/** Time as the server knows it; tests hand in one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** For a request that may take so long. */
  limit(milliseconds: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  limit: milliseconds => AbortSignal.timeout(milliseconds),
};
