/** The element under anything that may happen to it and to its page, in any order: what must hold, holds. */
import fc from 'fast-check';
import {
  advance,
  chanceBrings,
  clearPage,
  endpoint,
  INITIATED,
  mount,
  SCHEDULED,
  setUp,
  settle,
} from '../support/bench.js';
import { expect } from '../support/expect.js';
import { anySeed } from '../support/seed.js';
import { holds, holdsAtOnce, holdsAtTheEnd } from '../support/model.js';
import { Stage } from '../support/play.js';
import { ALONE, TOGETHER, type Action, type Script } from '../support/script.js';

/**
 * Scripts of each property: most where they are played fastest, 2,000 in all (Chromium plays them twice, the second time
 * with the one-file module); `npm run soak` asks for more.
 */
const RUNS = Number(document.querySelector<HTMLMetaElement>('meta[name=soak]')?.content ?? 0) || usual();

function usual(): number {
  const { userAgent } = navigator;
  if (userAgent.includes('Firefox')) return 120;
  return userAgent.includes('Chrome') ? 400 : 80;
}

async function play(script: Script): Promise<void> {
  chanceBrings(script.chance);
  const stage = new Stage(script);
  const first: Action = { do: 'put', who: 0 };
  try {
    for (const action of [first, ...script.actions]) {
      await stage.act(action, () => holdsAtOnce(stage.play, action));
      if (action.do !== 'answer') holds(stage.play, action);
    }
  } finally {
    await stage.end();
  }
  holdsAtTheEnd(stage.play);
}

/** Scripts that once failed. */
const KEPT: readonly Script[] = [
  // What one element has seen submitted stays so for it, though the flow tells another one of a decline.
  {
    isWindowKnown: false,
    maxAttempts: 1,
    chance: 0,
    actions: [
      { do: 'answer', name: 'HTTP 408', when: 'next' },
      { do: 'answer', name: 'HTTP 408', when: 'next' },
      { do: 'say', step: 'SUCCESS', shape: 'Step', of: 'A' },
      { do: 'answer', name: 'HTTP 408', when: 'next' },
      { do: 'pass', seconds: 20 },
      { do: 'say', step: 'SUCCESS', shape: 'Step', of: 'A' },
      { do: 'say', step: 'SUCCESS', shape: 'Step', of: 'A' },
      { do: 'pass', seconds: 10 },
      { do: 'take', who: 0 },
      { do: 'put', who: 1 },
      { do: 'say', step: 'GUARANTEE_FAILED', shape: 'Step', of: 'A' },
      { do: 'put', who: 0 },
    ],
  },
  // Nor does an element hear what the flow says to another one while it is away: it comes back to what it knew.
  {
    isWindowKnown: false,
    maxAttempts: 5,
    chance: 0,
    actions: [
      { do: 'pass', seconds: 10 },
      { do: 'answer', name: 'HTTP 500', when: 'always' },
      { do: 'say', step: 'SUCCESS', shape: 'Step', of: 'A' },
      { do: 'take', who: 0 },
      { do: 'put', who: 1 },
      { do: 'say', step: 'GUARANTEE_FAILED', shape: 'Step', of: 'A' },
      { do: 'take', who: 1 },
      { do: 'pass', seconds: 10 },
      { do: 'put', who: 0 },
      { do: 'pass', seconds: 20 },
    ],
  },
  // What was declined after all, with the attempts spent, is over for its element, whatever another one is told.
  {
    isWindowKnown: false,
    maxAttempts: 1,
    chance: 0,
    actions: [
      { do: 'pass', seconds: 10 },
      { do: 'answer', name: 'Completed EFT0302', when: 'always' },
      { do: 'check', who: 0 },
      { do: 'say', step: 'GUARANTEE_FAILED', shape: 'Step', of: 'A' },
      { do: 'pass', seconds: 10 },
      { do: 'take', who: 0 },
      { do: 'put', who: 0 },
      { do: 'put', who: 1 },
      { do: 'answer', name: 'Failed EFT0402', when: 'next' },
      { do: 'pass', seconds: 10 },
    ],
  },
];

describe('in any order of events, the promises are kept', () => {
  setUp();
  // What was told is remembered here by each element; thousands of them are not for the bench to remember.
  beforeEach(clearPage);

  const cases: readonly (readonly [name: string, scripts: fc.Arbitrary<Script>])[] = [
    ['by one element', ALONE],
    ['by several, of two sessions', TOGETHER],
  ];
  for (const [name, scripts] of cases) {
    it(name, async function () {
      this.timeout(60_000 + RUNS * 500);
      const examples = KEPT.map((script): [Script] => [script]);
      await fc.assert(fc.asyncProperty(scripts, play), {
        numRuns: RUNS,
        seed: anySeed(),
        examples,
        includeErrorInReport: true,
      });
    });
  }
});

describe('an element that is put back', () => {
  setUp();

  // Found by the properties above.
  it('shows the end that its session came to while it was away, if another saw it', async () => {
    endpoint.says(INITIATED, SCHEDULED);
    const stayed = await mount();
    const left = await mount();
    left.remove();
    await advance(30);
    expect(stayed.phase).to.equal('success');
    document.body.append(left);
    await settle();
    expect(left.phase).to.equal('success');
  });
});
