/** What must hold of the element whatever has happened: looked into after every action of a play. */
import type { FlinksGeftStatus, Phase, Snapshot } from '../../src/index.js';
import { meaningOf, type Meaning } from './answers.js';
import { button, payerReads } from './element.js';
import { expect } from './expect.js';
import { listenedFor } from './page.js';
import { isBelieved, isOver, isUnclear, listeners, sessionOf, type Actor, type Check, type Play } from './play.js';
import { DOCUMENTED, type Action } from './script.js';
import { elapsed, timers } from './time.js';

const FLOOR = 10;
const TIME_LIMIT = 10;
const PATIENCE = 3;

/** What is listened for where a session is watched: by all watches of the page together, and by each. */
const PAGE_LISTENERS = ['visibilitychange', 'online', 'offline', 'pagehide', 'pageshow'];
const WATCH_LISTENERS = ['message'];

const SUCCESS_WORDS = /scheduled|will be taken|nothing more to do|est prévu|sera prélevée|rien d’autre à faire/i;
const NO_MONEY_WORDS = /no money was taken|aucune somme n’a été prélevée/i;
const NO_MONEY_CODES = ['EFT0401', 'EFT0402', 'EFT0403', 'EFT0404'];

/** Of a snapshot that may be: whose word it rests on, and what the endpoint's last answer meant, if there was one. */
interface Allowed {
  readonly sources: readonly Snapshot['source'][];
  readonly confirmed: boolean;
  readonly meanings: readonly (Meaning | 'none')[];
  readonly hasError?: true;
}

const ON_THE_WAY = ['none', 'waiting', 'signature'] as const;
const byFlow: Allowed = { sources: ['flow'], confirmed: false, meanings: ON_THE_WAY };
const byEndpoint = (meaning: Meaning): Allowed => ({ sources: ['status'], confirmed: true, meanings: [meaning] });

/** Every snapshot that may be; any other is wrong. */
const ALLOWED: Readonly<Record<Phase, readonly Allowed[]>> = {
  idle: [{ sources: [null], confirmed: false, meanings: ['none'] }],
  waiting: [
    { sources: [null], confirmed: false, meanings: ['none'] },
    { sources: ['flow', 'status'], confirmed: false, meanings: ['none', 'waiting'] },
  ],
  confirming: [byFlow],
  signature: [byEndpoint('signature')],
  success: [byEndpoint('success'), { ...byFlow, hasError: true }],
  declined: [byEndpoint('declined'), byFlow],
  left: [byFlow],
  canceled: [byEndpoint('canceled')],
  expired: [byEndpoint('expired')],
  unconfirmed: [{ sources: [null, 'flow', 'status'], confirmed: false, meanings: ON_THE_WAY, hasError: true }],
  error: [{ sources: [null, 'flow', 'status'], confirmed: false, meanings: ON_THE_WAY, hasError: true }],
};

const NEWS = ['phase', 'statusDetails', 'step', 'confirmed'] as const;
const ENDS: readonly Meaning[] = ['success', 'declined', 'canceled', 'expired'];

/** What holds before anything could be answered or rendered. */
export function holdsAtOnce(play: Play, action: Action): void {
  if (action.do !== 'say' && action.do !== 'forge') return;
  const isHeard = (actor: Actor): boolean =>
    action.do === 'say' &&
    (action.of === 'nobody' ? sessionOf(play, actor) !== null : actor.session === action.of) &&
    isBelieved(play, sessionOf(play, actor)) &&
    actor.element.isConnected &&
    !actor.wasOver;
  for (const actor of play.actors.values()) {
    if (isUnclear(actor) && !isHeard(actor)) continue;
    const told = actor.told.slice(actor.toldBefore);
    if (!isHeard(actor)) {
      expect(told, 'events after a message that is none of its own').to.deep.equal([]);
      expect(actor.element.snapshot, 'the snapshot after a message that is none of its own').to.equal(actor.before);
      continue;
    }
    if (actor.before.phase === 'declined' && !actor.before.confirmed) continue;
    const steps = told.filter(({ type }) => type === 'geft-step').map(({ detail }) => detail);
    expect(steps, 'geft-step').to.deep.equal([{ step: action.step, sessionId: sessionOf(play, actor) }]);
    if (action.step === 'GUARANTEE_FAILED') expect(actor.element.phase, 'at once').to.equal('declined');
  }
}

/** What holds after every action. */
export function holds(play: Play, action: Action): void {
  if (action.do === 'forge') {
    expect(play.checks.length, 'checks after a forged message').to.equal(play.checksBefore);
    for (const actor of play.actors.values()) {
      expect(actor.told.length, 'events after a forged message').to.equal(actor.toldBefore);
    }
  }
  for (const sessionId of Object.values(play.sessions)) checksAreFew(play, sessionId);
  for (const { isWatched } of play.checks.slice(play.checksBefore)) {
    expect(isWatched, 'somebody who asks').to.be.true;
  }
  checksEnd(play);
  for (const actor of play.actors.values()) {
    snapshotIsAllowed(actor.element.snapshot);
    restsOnAnswers(play, actor);
    staysEnded(actor);
    tellsTheTruth(actor);
    if (actor.element.isConnected) wordsFit(actor);
  }
  nothingIsLeft(play);
}

/** What holds when everything has been taken off the page. */
export function holdsAtTheEnd(play: Play): void {
  expect({ timers: timers(), listeners: listenedFor() }, 'left').to.deep.equal({ timers: 0, listeners: [] });
  expect(play.waiting, 'calls of check() that never resolved').to.equal(0);
  for (const { answeredAt, signal } of play.checks) {
    expect(answeredAt !== null || signal.aborted, 'a check that is over').to.be.true;
  }
}

function checksAreFew(play: Play, sessionId: string): void {
  const checks = play.checks.filter(check => check.sessionId === sessionId);
  let opensAt = -Infinity;
  for (const check of checks) {
    expect(check.at, 'the floor, or what the endpoint asked for').to.be.at.least(opensAt - 1e-6);
    const peace = isCounted(check) ? (check.answeredAt ?? 0) + (check.kind.peace ?? 0) : 0;
    opensAt = Math.max(opensAt, check.at + FLOOR, peace);
    if (!check.isAsleep) continue;
    const ending = play.words.findLast(word => word.sessionId === sessionId && isEnding(word.step));
    expect(ending, 'an ending message, for a check on a page that nobody sees').to.not.equal(undefined);
  }
  const since = play.checks.slice(play.givenBack.get(sessionId) ?? 0).filter(check => check.sessionId === sessionId);
  for (const [index, { most }] of since.filter(check => !isAbandoned(check)).entries()) {
    expect(index + 1, 'attempts without a message').to.be.at.most(most);
  }
}

/** A check lasts 10 s at most, and no longer than somebody watches. */
function checksEnd(play: Play): void {
  const watched = listeners(play).map(actor => sessionOf(play, actor));
  const open = play.checks.filter(({ answeredAt, signal }) => answeredAt === null && !signal.aborted);
  for (const { at, sessionId } of open) {
    expect(elapsed() - at, 'seconds that a check lasts').to.be.below(TIME_LIMIT);
    expect(watched, 'who waits for a check').to.include(sessionId);
    expect(play.page.isStored, 'a check on a page in the cache').to.be.false;
  }
  expect(new Set(open.map(({ sessionId }) => sessionId)).size, 'checks at a time').to.equal(open.length);
}

function snapshotIsAllowed(snapshot: Snapshot): void {
  const { phase, source, confirmed, status, statusDetails, error, step, attempts, checkedAt, sessionId } = snapshot;
  const meaning = status === null ? 'none' : meaningOf(status, statusDetails);
  const isAllowed = ALLOWED[phase].some(
    row =>
      row.confirmed === confirmed &&
      row.sources.includes(source) &&
      meaning !== null &&
      row.meanings.includes(meaning) &&
      !(row.hasError && !error),
  );
  expect(isAllowed, `allowed: ${JSON.stringify(snapshot)}`).to.be.true;
  expect(Object.isFrozen(snapshot) && Object.isFrozen(error ?? snapshot), 'frozen').to.be.true;
  expect(checkedAt === null, 'never checked').to.equal(status === null);
  expect(step === null || DOCUMENTED.includes(step), `a documented step: ${String(step)}`).to.be.true;
  expect(Number.isInteger(attempts) && attempts >= 0, 'a number of attempts').to.be.true;
  if (!sessionId) expect(phase, 'without a session').to.be.oneOf(['idle', 'error']);
  if (phase === 'idle') expect(sessionId).to.equal(null);
}

/** What an element says that the endpoint said, it did say. */
function restsOnAnswers(play: Play, actor: Actor): void {
  const { snapshot } = actor.element;
  const { sessionId, status, statusDetails, phase, confirmed, attempts } = snapshot;
  if (!sessionId) return;
  if (actor.element.isConnected) expect(sessionId, 'the session').to.equal(sessionOf(play, actor));
  expect(attempts, 'attempts').to.be.at.most(play.most);
  const checks = play.checks.filter(check => check.sessionId === sessionId);
  const reports = checks.filter(check => check.kind.words && isCounted(check));
  if (status !== null) {
    const words = JSON.stringify([status, statusDetails]);
    expect(
      reports.map(({ kind }) => JSON.stringify(kind.words)),
      'what the endpoint said',
    ).to.include(words);
    if (!play.rejoined.has(sessionId)) {
      expect(JSON.stringify(reports.at(-1)?.kind.words), 'what it said last').to.equal(words);
    }
  }
  if (confirmed)
    expect(
      reports.map(({ kind }) => kind.meaning),
      'what was confirmed',
    ).to.include(phase);
  // What was submitted stays so, whatever the flow says to others later on.
  const isNews = actor.before.sessionId !== sessionId || actor.before.phase !== 'success';
  if (phase === 'success' && !confirmed && isNews) isWorthSubmitting(play, sessionId);
  const last = reports.find(({ kind, answeredIn }) => ENDS.includes(kind.meaning) && answeredIn === play.action);
  if (
    last &&
    !actor.wasOver &&
    !isUnclear(actor) &&
    actor.element.isConnected &&
    actor.before.sessionId === sessionId
  ) {
    expect({ phase, confirmed }, 'once the endpoint has named the outcome').to.deep.equal({
      phase: last.kind.meaning,
      confirmed: true,
    });
  }
}

/** Unconfirmed success: after `SUCCESS`, and three tries in a row that failed. */
function isWorthSubmitting(play: Play, sessionId: string): void {
  const ending = play.words.findLast(
    word => word.sessionId === sessionId && ['SUCCESS', 'GUARANTEE_FAILED'].includes(word.step),
  );
  const first = play.words.find(word => word.sessionId === sessionId && word.step === 'SUCCESS');
  // Nor of what the flow told that other one.
  const known = play.rejoined.has(sessionId) ? first : ending;
  expect(known?.step, 'what the flow said').to.equal('SUCCESS');
  const since = play.checks.slice(first?.after ?? 0).filter(check => check.sessionId === sessionId);
  const report = since.findLastIndex(check => check.kind.words && isCounted(check));
  // A watch that somebody comes back to may not have heard of a report to another one meanwhile.
  const inARow = play.rejoined.has(sessionId) ? since : since.slice(report + 1);
  const tries = inARow.filter(check => isTimedOut(check) || (check.kind.meaning === 'failure' && isCounted(check)));
  expect(tries.length, 'failed tries').to.be.at.least(PATIENCE);
}

function staysEnded(actor: Actor): void {
  const { snapshot } = actor.element;
  if (actor.final) expect(snapshot, 'a confirmed end').to.deep.equal(actor.final);
  if (snapshot.sessionId && snapshot.confirmed && isOver(actor)) actor.final ??= snapshot;
}

function tellsTheTruth(actor: Actor): void {
  const { told, element, settled } = actor;
  for (const { type, isTrue } of told.slice(actor.toldBefore)) expect(isTrue, `${type} is true`).to.be.true;
  const outcomes = told.filter(({ type }) => type === 'geft-settled');
  const sessions = outcomes.map(({ sessionId }) => sessionId);
  expect(new Set(sessions).size, 'geft-settled, once a session').to.equal(sessions.length);
  // Of a session that it comes back to, the element announces nothing again.
  const announced = outcomes.find(({ promise }) => promise === element.settled);
  if (announced) expect(settled, 'what settled resolves with').to.equal(announced.detail);
  if (isOver(actor)) expect(sessions, 'the sessions announced').to.include(element.snapshot.sessionId);
  const last = told.findLast(({ type }) => type === 'geft-change')?.detail as Snapshot | undefined;
  const isNews = NEWS.some(field => element.snapshot[field] !== (last?.[field] ?? EMPTY[field]));
  expect(isNews, 'a change that nobody was told of').to.be.false;
}

const EMPTY = { phase: 'idle', statusDetails: null, step: null, confirmed: false } as const;

function wordsFit({ element, lang }: Actor): void {
  const { phase, confirmed, statusDetails, error } = element.snapshot;
  const words = payerReads(element);
  const isSuccess = phase === 'success' && confirmed;
  expect(SUCCESS_WORDS.test(words), `words of success: ${words}`).to.equal(isSuccess);
  const isFree =
    confirmed && (['canceled', 'expired'].includes(phase) || NO_MONEY_CODES.includes(String(statusDetails)));
  expect(NO_MONEY_WORDS.test(words), `words of no money taken: ${words}`).to.equal(isFree);
  expect(/votre|connexion/i.test(words), `in French: ${words}`).to.equal(!!lang?.startsWith('fr'));
  expect(slotOf(element)).to.equal(phase);
  const mayAsk = ['unconfirmed', 'error'].includes(phase) && !!error?.retriable;
  expect(button(element) !== null, '“Check again”').to.equal(mayAsk);
}

function slotOf(element: FlinksGeftStatus): string | undefined {
  return element.shadowRoot?.querySelector<HTMLSlotElement>('[part=card] slot')?.name;
}

/** Nothing goes on where nobody watches; where somebody does, something does. */
function nothingIsLeft(play: Play): void {
  const actors = Array.from(play.actors.values());
  if (actors.some(isUnclear)) return;
  const watching = listeners(play);
  const watched = new Set(watching.map(actor => sessionOf(play, actor)));
  const expected = [...(watched.size > 0 ? PAGE_LISTENERS : []), ...Array.from(watched, () => WATCH_LISTENERS).flat()];
  expect([...listenedFor()].sort(), 'listeners').to.deep.equal(expected.sort());
  if (watching.length === 0) expect(timers(), 'timers').to.equal(0);
  const { isHidden, isOffline, isStored } = play.page;
  const goesOn = watching.some(({ element }) => ['waiting', 'confirming', 'left', 'declined'].includes(element.phase));
  if (goesOn && !isHidden && !isOffline && !isStored) expect(timers(), 'timers of a watch').to.be.above(0);
}

function isEnding(step: string): boolean {
  return DOCUMENTED.indexOf(step) >= DOCUMENTED.indexOf('SUCCESS');
}

/** Whether somebody waited for the answer when it came. */
function isCounted({ answeredAt, abortedAt }: Check): boolean {
  return answeredAt !== null && (abortedAt === null || answeredAt < abortedAt);
}

function isTimedOut(check: Check): boolean {
  return !isCounted(check) && check.abortedAt !== null && check.abortedAt - check.at >= TIME_LIMIT - 1e-6;
}

/** Whether nobody waited for it any more before there was an answer. */
function isAbandoned(check: Check): boolean {
  return check.abortedAt !== null && !isCounted(check) && !isTimedOut(check);
}
