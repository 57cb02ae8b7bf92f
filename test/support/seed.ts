/** A seed for fast-check: of itself it takes one from the clock and from chance, and in these tests both stand still. */
export function anySeed(): number {
  return crypto.getRandomValues(new Int32Array(1))[0] ?? 0;
}
