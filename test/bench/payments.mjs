// @ts-check
/**
 * Payments made up of chance, the same ones for everybody: when the flow says what, when the endpoint knows the outcome,
 * and when the payer looks elsewhere. All times are milliseconds since the page was opened. What is assumed of payers is
 * here and in docs/benchmarks.md; Flinks publishes no such figures.
 */

/**
 * @typedef {object} Payment
 * @property {string} kind
 * @property {{ step: string, at: number, chance: number }[]} messages `chance`: lost where more than this are lost.
 * @property {{ status: string, code: string, at: number }} outcome As the endpoint will have it.
 * @property {string[]} shows The phases of the element that tell the payer of it.
 * @property {{ from: number, to: number } | null} hidden While the payer is in another tab, or in the bank's app.
 * @property {number} closes When the page is left: a minute after the outcome.
 * @property {number} latency Of the endpoint.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What the payer does, and how many seconds it takes them. */
const STAGES = /** @type {const} */ ([
  ['APP_MOUNTED', 1, 3],
  ['INSTITUTION_SELECTED', 8, 30],
  ['SUBMIT_CREDENTIAL', 15, 50],
  ['SUBMIT_MFA', 15, 90],
  ['ACCOUNT_SELECTED', 5, 40],
  ['COMPONENT_DEPOSIT_CONTINUE', 4, 20],
  ['GUARANTEE_OFFERED', 3, 10],
  ['COMPONENT_PAD_DOWNLOADED', 10, 60],
  ['SUCCESS', 3, 15],
]);

/** Payments without a second factor, and those in which the payer has to look for it elsewhere. */
const WITHOUT_SECOND_FACTOR = 0.3;
const LOOKS_ELSEWHERE = 0.4;
/** Endings that the endpoint learns of later than the page, and how many milliseconds at most. */
const LAGS = 0.25;
const LONGEST_LAG = 8 * SECOND;
/** Idle, a session expires after this. */
const EXPIRES_AFTER = 10 * MINUTE;

/** Of a hundred payments; where the flow is cut off, and what it and the endpoint say then. */
const KINDS = [
  { kind: 'success', of100: 74, upTo: 9, says: null, status: 'Completed', code: 'EFT0301', shows: ['success'] },
  {
    kind: 'declined',
    of100: 12,
    upTo: 6,
    says: 'GUARANTEE_FAILED',
    status: 'Failed',
    code: 'EFT0402',
    shows: ['declined'],
  },
  {
    kind: 'other ways',
    of100: 3,
    upTo: 6,
    says: 'COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED',
    status: 'Failed',
    code: 'EFT0402',
    shows: ['declined'],
  },
  {
    kind: 'unsigned',
    of100: 5,
    upTo: 7,
    says: 'COMPONENT_PAD_WARNING_SCREEN_EXIT',
    status: 'Completed',
    code: 'EFT0302',
    shows: ['left', 'signature'],
  },
  { kind: 'canceled', of100: 3, upTo: 5, says: null, status: 'Canceled', code: 'EFT0501', shows: ['canceled'] },
  { kind: 'expired', of100: 3, upTo: 4, says: null, status: 'Expired', code: 'EFT0601', shows: ['expired'] },
];

/** @param {number} count @param {number} seed @param {{ lags?: number }} [assumed] @returns {Payment[]} */
export function makePayments(count, seed, assumed = {}) {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => makePayment(chance, assumed.lags ?? LAGS));
}

/** @param {() => number} chance @param {number} lags @returns {Payment} */
function makePayment(chance, lags) {
  /** @param {number} least @param {number} most */
  const between = (least, most) => least + (most - least) * chance();
  const { kind, upTo, says, status, code, shows } = pick(chance() * 100);
  const hasSecondFactor = chance() >= WITHOUT_SECOND_FACTOR;
  const looksElsewhere = chance() < LOOKS_ELSEWHERE;
  /** @type {Payment['messages']} */
  const messages = [];
  /** @type {Payment['hidden']} */
  let hidden = null;
  let now = 0;
  for (const [step, least, most] of STAGES.slice(0, upTo)) {
    const begun = now;
    const takes = between(least, most) * SECOND;
    if (step === 'SUBMIT_MFA' && !hasSecondFactor) continue;
    now += takes;
    messages.push({ step, at: now, chance: chance() });
    if (step === 'SUBMIT_MFA' && looksElsewhere) hidden = { from: begun + takes * 0.2, to: begun + takes * 0.8 };
  }
  if (says) messages.push({ step: says, at: (now += between(2, 20) * SECOND), chance: chance() });
  // Nothing is posted when a session is canceled by the API, or expires.
  if (kind === 'canceled') now += between(5, 60) * SECOND;
  if (kind === 'expired') now += EXPIRES_AFTER;
  const lag = chance() < lags ? between(0, LONGEST_LAG) : 0;
  const isSilent = kind === 'canceled' || kind === 'expired';
  const at = isSilent ? now : now + lag;
  const latency = between(80, 400);
  return { kind, messages, outcome: { status, code, at }, shows, hidden, closes: at + MINUTE, latency };
}

/** @param {number} place From 0 to 100. */
function pick(place) {
  let left = place;
  for (const each of KINDS) {
    if (left < each.of100) return each;
    left -= each.of100;
  }
  throw new Error('The kinds of payments are no hundred.');
}

/** Chance that can be had again: mulberry32. @param {number} seed @returns {() => number} From 0 to 1. */
function chanceFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
