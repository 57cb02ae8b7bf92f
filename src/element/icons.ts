import type { Tone } from './present.js';

/**
 * The drawing beside the words, by strokes on a field of 24 × 24 with a circle around them; none while it is under way. It
 * is for the eye only: it says nothing that the words do not say.
 */
export const STROKES: Readonly<Partial<Record<Tone, string>>> = {
  good: 'm7 12 4 4 6-7',
  bad: 'm8 8 8 8m0-8-8 8',
  careful: 'M12 7v6m0 4v.1',
  unsure: 'M9 10a3 3 0 1 1 3 3v1m0 3v.1',
  ended: 'M8 12h8',
};
