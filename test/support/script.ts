/** What may happen to a page with the element on it, in any order: plain data, so that a failure can be read and kept. */
import fc from 'fast-check';
import { KINDS } from './answers.js';
import { FLINKS, LEAVINGS } from './flow.js';

/** The two sessions of a run; none; and what is no session id. */
export type SessionName = 'A' | 'B' | 'none' | 'wrong';

/** A step, as the flow writes it into a message. */
export type Shape = 'Step' | 'step' | 'JSON' | 'json with step';

export type Forgery =
  | 'a stranger'
  | 'a look-alike'
  | 'another port'
  | 'no TLS'
  | 'a sandboxed frame'
  | 'another window'
  | 'a window of nobody'
  | 'about another session';

export type PageEvent = 'hide' | 'show' | 'go offline' | 'go online' | 'pagehide' | 'pageshow';

export type Action =
  | Event
  /** Two things in one task: nothing is rendered and nothing answered in between. */
  | { readonly do: 'both'; readonly first: Event; readonly second: Event };

export type Event =
  /** The flow speaks, naming its session or none. */
  | { readonly do: 'say'; readonly step: string; readonly shape: Shape; readonly of: 'A' | 'B' | 'nobody' }
  | { readonly do: 'forge'; readonly step: string; readonly shape: Shape; readonly how: Forgery }
  /** How the endpoint answers the next check, or every one from now on; `late`: when it is told to, if ever. */
  | { readonly do: 'answer'; readonly name: string; readonly when: 'next' | 'always' | 'late' }
  /** One of the late answers comes, in whatever order. */
  | { readonly do: 'release'; readonly which: number }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'page'; readonly event: PageEvent }
  /** `move`: taken out and put back in one task. */
  | { readonly do: 'put' | 'take' | 'move' | 'check'; readonly who: number }
  | { readonly do: 'session'; readonly who: number; readonly name: SessionName }
  | { readonly do: 'set'; readonly who: number; readonly name: string; readonly value: string | null };

/** What happens, and on what page. */
export interface Script {
  /** Whether the flow's window is known, beside its origin. */
  readonly isWindowKnown: boolean;
  readonly maxAttempts: number;
  /** What chance brings where the element waits a little longer than it must. */
  readonly chance: number;
  readonly actions: readonly Action[];
}

const STAGES = [
  'APP_MOUNTED',
  'CONSENT_DISABLED',
  'INSTITUTION_SELECTED',
  'SUBMIT_CREDENTIAL',
  'SUBMIT_MFA',
  'ACCOUNT_SELECTED',
  'COMPONENT_DEPOSIT_CONTINUE',
  'GUARANTEE_OFFERED',
  'COMPONENT_PAD_DOWNLOADED',
];
const UNKNOWN = ['POPUP_BLOCKED', 'success', 'Guarantee_Failed', 'toString', '__proto__', 'EFT0301'];

/** The documented steps, with the ends as often as all the others. */
export const DOCUMENTED: readonly string[] = [...STAGES, 'SUCCESS', 'GUARANTEE_FAILED', ...LEAVINGS];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('SUCCESS', 'SUCCESS', 'GUARANTEE_FAILED', ...LEAVINGS) },
  { weight: 3, arbitrary: fc.constantFrom(...STAGES, 'APP_MOUNTED') },
  { weight: 1, arbitrary: fc.constantFrom(...UNKNOWN) },
);

/** A relay of the merchant's, whose origin is not the flow's; and an origin that never speaks. */
const RELAY = 'https://relay.example/flinks';
const OTHERS = 'https://others.example';

const names = Array.from(KINDS.keys());
const ofMeaning = (...meanings: readonly string[]): string[] =>
  names.filter(name => meanings.includes(KINDS.get(name)?.meaning ?? ''));

// Most runs are to be long ones: what ends the watch comes seldom, what goes wrong often.
const answer = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ofMeaning('waiting')) },
  { weight: 3, arbitrary: fc.constant('Completed EFT0302') },
  { weight: 2, arbitrary: fc.constantFrom('Completed EFT0301', 'Failed EFT0402') },
  { weight: 2, arbitrary: fc.constantFrom(...ofMeaning('success', 'declined', 'canceled', 'expired')) },
  { weight: 6, arbitrary: fc.constantFrom(...ofMeaning('failure')) },
  { weight: 3, arbitrary: fc.constantFrom(...ofMeaning('refusal')) },
  { weight: 1, arbitrary: fc.constantFrom(...ofMeaning('fault')) },
  { weight: 3, arbitrary: fc.constantFrom(...ofMeaning('silence')) },
);

const seconds = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 130 }) },
  // On either side of the floor and of the time limit.
  { weight: 1, arbitrary: fc.constantFrom(0, 0.001, 5, 9.5, 9.999, 10, 10.001, 30) },
);

const attribute = fc.oneof(
  fc.record({
    name: fc.constant('poll-interval'),
    value: fc.constantFrom('10', '5', '30', '12.5', '120', '-1', 'x', null),
  }),
  fc.record({ name: fc.constant('max-attempts'), value: fc.constantFrom('1', '2', '3', '6', '0', '-1') }),
  fc.record({ name: fc.constant('lang'), value: fc.constantFrom('fr', 'fr-CA', 'en', 'de', '', null) }),
  fc.record({ name: fc.constant('no-steps'), value: fc.constantFrom('', null) }),
  fc.record({ name: fc.constant('base-url'), value: fc.constantFrom(RELAY, `${RELAY}/`, null) }),
  fc.record({ name: fc.constant('flow-origin'), value: fc.constantFrom(FLINKS, `${OTHERS} ${FLINKS}`, OTHERS, null) }),
);

const shape = fc.constantFrom<Shape>('Step', 'Step', 'step', 'JSON', 'json with step');

/** How often each thing happens, on a page with so many elements. */
function eventOf(elements: number, isSessionLeft: boolean): fc.Arbitrary<Event> {
  const who = fc.nat({ max: elements - 1 });
  const act = <Name extends Event['do']>(name: Name): fc.Arbitrary<Name> => fc.constant(name);
  return fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        do: act('say'),
        step,
        shape,
        of: fc.constantFrom<'A' | 'B' | 'nobody'>('A', 'A', 'nobody', 'nobody', 'B'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: act('forge'),
        step,
        shape,
        how: fc.constantFrom<Forgery>(
          'a stranger',
          'a look-alike',
          'another port',
          'no TLS',
          'a sandboxed frame',
          'another window',
          'a window of nobody',
          'about another session',
        ),
      }),
    },
    {
      weight: 13,
      arbitrary: fc.record({
        do: act('answer'),
        name: answer,
        when: fc.constantFrom<'next' | 'always' | 'late'>('next', 'next', 'always', 'late'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: act('release'), which: fc.nat({ max: 3 }) }) },
    { weight: 17, arbitrary: fc.record({ do: act('pass'), seconds }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: act('page'),
        event: fc.constantFrom<PageEvent>('hide', 'show', 'go offline', 'go online', 'pagehide', 'pageshow'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: act('check'), who }) },
    { weight: elements + 1, arbitrary: fc.record({ do: act('put'), who }) },
    { weight: 1, arbitrary: fc.record({ do: act('take'), who }) },
    { weight: 1, arbitrary: fc.record({ do: act('move'), who }) },
    {
      weight: isSessionLeft ? 3 : 0,
      arbitrary: fc.record({
        do: act('session'),
        who,
        name: fc.constantFrom<SessionName>('A', 'A', 'A', 'B', 'B', 'none', 'wrong'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(who, attribute).map(([one, set]): Event => ({ do: 'set', who: one, ...set })),
    },
  );
}

/** What is over in the task that it happens in. */
const AT_ONCE: readonly Event['do'][] = ['say', 'release', 'page', 'move', 'check', 'set'];

/** A page goes into the cache in a task of its own; and settings count before anything else can come of them. */
function hasItsTask(event: Event): boolean {
  if (event.do === 'page') return event.event === 'pagehide';
  return event.do === 'set' && ['base-url', 'flow-origin', 'max-attempts'].includes(event.name);
}

function actionOf(elements: number, isSessionLeft: boolean): fc.Arbitrary<Action> {
  const event = eventOf(elements, isSessionLeft);
  const sudden = event.filter(each => AT_ONCE.includes(each.do) && !hasItsTask(each));
  return fc.oneof(
    { weight: 9, arbitrary: event },
    { weight: 1, arbitrary: fc.record({ do: fc.constant<'both'>('both'), first: sudden, second: sudden }) },
  );
}

function scriptOf(action: fc.Arbitrary<Action>): fc.Arbitrary<Script> {
  return fc.record({
    isWindowKnown: fc.boolean(),
    maxAttempts: fc.constantFrom(1, 2, 3, 5, 20),
    chance: fc.constantFrom(0, 0.5, 0.999),
    actions: fc.array(action, { minLength: 5, maxLength: 40, size: 'max' }),
  });
}

/** One element, which stays with its session. */
export const ALONE = scriptOf(actionOf(1, false));

/** Up to three elements and two sessions. */
export const TOGETHER = scriptOf(actionOf(3, true));
