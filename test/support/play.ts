/** Plays a script on the page, and keeps account of all that happened. */
import type { FlinksGeftStatus, GeftEventMap, Snapshot } from '../../src/index.js';
import { kindOf, type Kind } from './answers.js';
import { create, freshSession } from './element.js';
import { closeEndpoint, endpoint, openEndpoint, type Answer, type Asked } from './endpoint.js';
import { FLINKS, post } from './flow.js';
import { comeBack, goOffline, goOnline, hide, show, store } from './page.js';
import type { Action, Forgery, PageEvent, Script, SessionName, Shape } from './script.js';
import { advance, elapsed, settle } from './time.js';

type EventType = keyof GeftEventMap;

/** One check, and what became of it. */
export interface Check {
  /** Seconds since time began. */
  readonly at: number;
  readonly sessionId: string;
  readonly name: string;
  readonly kind: Kind;
  readonly signal: AbortSignal;
  /** Whether the page was hidden or offline. */
  readonly isAsleep: boolean;
  /** Whether an element on the page, itself out of the cache, had a reason to ask. */
  readonly isWatched: boolean;
  /** The most attempts that were allowed. */
  readonly most: number;
  /** When its answer came, though nobody may have waited for it any more. */
  answeredAt: number | null;
  /** During which action of the play. */
  answeredIn: number | null;
  abortedAt: number | null;
}

/** A trusted message that somebody heard. */
export interface Word {
  readonly sessionId: string;
  readonly step: string;
  /** How many checks had begun before it. */
  readonly after: number;
}

/** An event, and whether the element was already what it announced. */
export interface Told {
  readonly type: EventType;
  readonly detail: unknown;
  readonly sessionId: string | null;
  /** `settled`, as it was then. */
  readonly promise: Promise<Snapshot>;
  readonly isTrue: boolean;
}

/** An element on the page, or for the moment off it. */
export interface Actor {
  readonly element: FlinksGeftStatus;
  session: SessionName;
  /** The session that it has been watching; nothing takes it from one that is put back, unless others come. */
  watched: string | null;
  maxAttempts: number;
  baseUrl: string | null;
  flowOrigin: string | null;
  lang: string | null;
  told: Told[];
  /** The promise of the present session, and what it resolved with. */
  promise: Promise<Snapshot>;
  settled: Snapshot | null;
  /** The confirmed end of the present session. */
  final: Snapshot | null;
  /** Before the last action. */
  before: Snapshot;
  toldBefore: number;
  wasOver: boolean;
}

export interface Play {
  readonly script: Script;
  readonly sessions: Readonly<Record<'A' | 'B', string>>;
  readonly actors: Map<number, Actor>;
  readonly checks: Check[];
  readonly words: Word[];
  readonly page: { isHidden: boolean; isOffline: boolean; isStored: boolean };
  /** The most attempts that any element ever allowed. */
  most: number;
  /** How many checks there had been when a session's attempts were last given back. */
  readonly givenBack: Map<string, number>;
  /** Sessions that some element came to later than the first, or came back to: those may have had several watches. */
  readonly rejoined: Set<string>;
  /** Calls of `check()` that have not resolved. */
  waiting: number;
  /** Checks there had been before the last action, and its number. */
  checksBefore: number;
  action: number;
}

const STANDING = 'Initiated EFT0101';
const OTHER_SESSION = '11111111-1111-4111-8111-111111111111';
const TYPES = ['geft-step', 'geft-change', 'geft-settled', 'geft-error'] as const;

/** Answers still to come: those for the next checks, the one for all others, and those that are late. */
interface Plan {
  next: { name: string; isLate: boolean }[];
  standing: string;
  late: (() => void)[];
}

/** A script on its way. */
export class Stage {
  readonly play: Play;
  readonly #plan: Plan = { next: [], standing: STANDING, late: [] };
  readonly #open = new WeakMap<Asked, { check: Check; isLate: boolean }>();

  constructor(script: Script) {
    closeEndpoint();
    openEndpoint();
    endpoint.tells(this.#begin);
    endpoint.says(this.#answer);
    this.play = {
      script,
      sessions: { A: freshSession(), B: freshSession() },
      actors: new Map(),
      checks: [],
      words: [],
      page: { isHidden: false, isOffline: false, isStored: false },
      most: script.maxAttempts,
      givenBack: new Map(),
      rejoined: new Set(),
      waiting: 0,
      checksBefore: 0,
      action: 0,
    };
  }

  /** Does what the action says; what holds at the very moment, `atOnce` looks into. */
  async act(action: Action, atOnce: () => void): Promise<void> {
    const { play } = this;
    play.checksBefore = play.checks.length;
    play.action += 1;
    for (const actor of play.actors.values()) {
      actor.before = actor.element.snapshot;
      actor.toldBefore = actor.told.length;
      actor.wasOver = isOver(actor);
    }
    if (action.do === 'pass') await advance(action.seconds);
    else {
      this.#do(action);
      atOnce();
      // What the endpoint has in mind, nobody knows yet.
      if (action.do === 'answer') return;
      await settle();
    }
    await this.#look();
  }

  /** Takes everything off the page, and sets the page to rights. */
  async end(): Promise<void> {
    for (const { element } of this.play.actors.values()) element.remove();
    await settle();
    show();
    goOnline();
    comeBack();
    await settle();
  }

  #do(action: Exclude<Action, { do: 'pass' }>): void {
    switch (action.do) {
      case 'both':
        for (const event of [action.first, action.second]) if (event.do !== 'pass') this.#do(event);
        break;
      case 'say':
        this.#say(action.step, action.shape, action.of);
        break;
      case 'forge':
        this.#forge(action);
        break;
      case 'answer':
        if (action.when === 'always') this.#plan.standing = action.name;
        else this.#plan.next.push({ name: action.name, isLate: action.when === 'late' });
        break;
      case 'release':
        this.#plan.late.splice(action.which % Math.max(1, this.#plan.late.length), 1)[0]?.();
        break;
      case 'page':
        this.#turn(action.event);
        break;
      case 'put':
        this.#put(action.who);
        break;
      case 'take':
        this.play.actors.get(action.who)?.element.remove();
        break;
      case 'move':
        this.#move(action.who);
        break;
      case 'check':
        this.#check(action.who);
        break;
      case 'session':
        this.#change(action.who, action.name);
        break;
      case 'set':
        this.#set(action.who, action.name, action.value);
        break;
    }
  }

  readonly #begin = (request: Asked): void => {
    const { play } = this;
    const { name, isLate } = this.#plan.next.shift() ?? { name: this.#plan.standing, isLate: false };
    const { at, signal, sessionId } = request;
    const check: Check = {
      at,
      sessionId,
      name,
      kind: kindOf(name),
      signal,
      isAsleep: play.page.isHidden || play.page.isOffline,
      isWatched: !play.page.isStored && watching(play, sessionId).length > 0,
      most: mostAttempts(play),
      answeredAt: null,
      answeredIn: null,
      abortedAt: null,
    };
    signal.addEventListener('abort', () => (check.abortedAt = elapsed()));
    play.checks.push(check);
    this.#open.set(request, { check, isLate });
  };

  readonly #answer: Answer = async request => {
    const found = this.#open.get(request);
    if (!found) throw new Error('Nobody has asked.');
    const { check, isLate } = found;
    if (isLate) await new Promise<void>(resolve => this.#plan.late.push(resolve));
    if (check.kind.meaning !== 'silence') {
      check.answeredAt = elapsed();
      check.answeredIn = this.play.action;
    }
    return check.kind.answer(request);
  };

  #say(step: string, shape: Shape, of: 'A' | 'B' | 'nobody'): void {
    const { play } = this;
    const named = of === 'nobody' ? null : play.sessions[of];
    for (const sessionId of Object.values(play.sessions)) {
      if (named && named !== sessionId) continue;
      if (!isBelieved(play, sessionId)) continue;
      play.words.push({ sessionId, step, after: play.checks.length });
      play.givenBack.set(sessionId, play.checks.length);
    }
    post(messageOf(step, shape, named), { origin: FLINKS, source: window });
  }

  #forge({ step, shape, how }: Extract<Action, { do: 'forge' }>): void {
    const isElsewhere = how.includes('window') && !this.play.script.isWindowKnown;
    const origin = isElsewhere ? 'https://evil.example' : (ORIGINS[how] ?? FLINKS);
    const source = how === 'another window' ? new MessageChannel().port1 : how === 'a window of nobody' ? null : window;
    const named = how === 'about another session' ? OTHER_SESSION : null;
    post(messageOf(step, shape, named), { origin, source });
  }

  #turn(event: PageEvent): void {
    const turns: Record<PageEvent, readonly [become: Partial<Play['page']>, happen: () => void]> = {
      hide: [{ isHidden: true }, hide],
      show: [{ isHidden: false }, show],
      'go offline': [{ isOffline: true }, goOffline],
      'go online': [{ isOffline: false }, goOnline],
      pagehide: [{ isStored: true }, store],
      pageshow: [{ isStored: false }, comeBack],
    };
    const [become, happen] = turns[event];
    Object.assign(this.play.page, become);
    happen();
  }

  #put(who: number): void {
    const { play } = this;
    // Nothing comes to a page that is in the cache.
    if (play.page.isStored) return;
    const known = play.actors.get(who);
    const actor = known ?? this.#create(who);
    if (actor.element.isConnected) return;
    this.#join(actor);
    document.body.append(actor.element);
  }

  #create(who: number): Actor {
    const { sessions, script, actors } = this.play;
    const element = create({ 'session-id': sessions.A, 'max-attempts': String(script.maxAttempts) });
    if (script.isWindowKnown) element.flowWindow = window;
    const actor: Actor = {
      element,
      session: 'A',
      watched: null,
      maxAttempts: script.maxAttempts,
      baseUrl: null,
      flowOrigin: null,
      lang: null,
      told: [],
      promise: element.settled,
      settled: null,
      final: null,
      before: element.snapshot,
      toldBefore: 0,
      wasOver: false,
    };
    for (const type of TYPES) {
      element.addEventListener(type, ({ detail }) => {
        const { snapshot } = element;
        const told = { 'geft-step': detail, 'geft-error': snapshot.error }[type as string] ?? snapshot;
        const isTrue = detail === told || JSON.stringify(detail) === JSON.stringify(told);
        actor.told.push({ type, detail, sessionId: snapshot.sessionId, promise: element.settled, isTrue });
      });
    }
    actors.set(who, actor);
    return actor;
  }

  #move(who: number): void {
    const { actors, page } = this.play;
    const element = actors.get(who)?.element;
    if (!element?.isConnected || page.isStored) return;
    element.remove();
    document.body.append(element);
  }

  /** Somebody comes to a session. */
  #join(actor: Actor): void {
    const sessionId = sessionOf(this.play, actor);
    // Off the page, it does not notice a change of session that is taken back.
    if (actor.final?.sessionId !== sessionId || actor.element.isConnected) actor.final = null;
    const isBack = actor.watched === sessionId && this.play.actors.size === 1;
    actor.watched = sessionId;
    if (sessionId && !isBack) this.#mayBeginAnew(sessionId);
  }

  /** The attempts of a session may be those of another watch from here on. */
  #mayBeginAnew(sessionId: string): void {
    if (this.play.givenBack.has(sessionId)) this.play.rejoined.add(sessionId);
    this.play.givenBack.set(sessionId, this.play.checks.length);
  }

  #check(who: number): void {
    const { play } = this;
    const actor = play.actors.get(who);
    if (!actor) return;
    const sessionId = sessionOf(play, actor);
    if (sessionId && isAtRest(actor)) play.givenBack.set(sessionId, play.checks.length);
    play.waiting += 1;
    void actor.element.check().then(() => (play.waiting -= 1));
  }

  #change(who: number, name: SessionName): void {
    const { play } = this;
    const actor = play.actors.get(who);
    if (!actor || play.page.isStored || actor.session === name) return;
    actor.session = name;
    if (actor.element.isConnected) this.#join(actor);
    actor.element.sessionId = name === 'wrong' ? 'x' : name === 'none' ? null : play.sessions[name];
  }

  #set(who: number, name: string, value: string | null): void {
    const actor = this.play.actors.get(who);
    if (!actor || this.play.page.isStored) return;
    if (name === 'lang') actor.lang = value;
    if (name === 'flow-origin') actor.flowOrigin = value;
    if (name === 'base-url') this.#setBase(actor, value);
    if (name === 'max-attempts') {
      actor.maxAttempts = Math.max(1, Number(value));
      this.play.most = Math.max(this.play.most, actor.maxAttempts);
    }
    if (value === null) actor.element.removeAttribute(name);
    else actor.element.setAttribute(name, value);
  }

  /** Asked elsewhere, a session is watched anew, unless others watch it. */
  #setBase(actor: Actor, value: string | null): void {
    const sessionId = sessionOf(this.play, actor);
    actor.baseUrl = value;
    actor.watched = null;
    if (sessionId && actor.element.isConnected) this.#mayBeginAnew(sessionId);
  }

  /** Asks each `settled` whether it has resolved. */
  async #look(): Promise<void> {
    for (const actor of this.play.actors.values()) {
      const { element } = actor;
      if (element.settled !== actor.promise) {
        actor.promise = element.settled;
        actor.settled = null;
      }
      actor.settled ??= await Promise.race([actor.promise, Promise.resolve(null)]);
    }
  }
}

const ORIGINS: Partial<Record<Forgery, string>> = {
  'a stranger': 'https://evil.example',
  'a look-alike': `${FLINKS}.evil.example`,
  'another port': `${FLINKS}:8443`,
  'no TLS': FLINKS.replace('https', 'http'),
  'a sandboxed frame': 'null',
};

function messageOf(step: string, shape: Shape, sessionId: string | null): unknown {
  const named = sessionId ? { sessionId } : {};
  if (shape === 'JSON') return JSON.stringify({ Step: step, ...named });
  if (shape === 'json with step') return JSON.stringify({ step, ...named });
  return shape === 'step'
    ? { step, ...(sessionId && { SessionId: sessionId.toUpperCase() }) }
    : { Step: step, ...named };
}

/** The session that an element is for, if it is one. */
export function sessionOf({ sessions }: Play, { session }: Actor): string | null {
  return session === 'A' || session === 'B' ? sessions[session] : null;
}

/** Whether some element that watches the session believes the flow. */
export function isBelieved(play: Play, sessionId: string | null): boolean {
  return watching(play, sessionId).some(({ flowOrigin, baseUrl }) => {
    const origins = flowOrigin ?? (baseUrl ? new URL(baseUrl).origin : FLINKS);
    return origins.split(' ').includes(FLINKS);
  });
}

/** The elements that watch this session. */
function watching(play: Play, sessionId: string | null): readonly Actor[] {
  return listeners(play).filter(actor => sessionOf(play, actor) === sessionId);
}

/** Of several elements the last one's wishes count; which that is, is not kept account of. */
function mostAttempts({ actors, most }: Play): number {
  const [actor] = actors.values();
  return actor && actors.size === 1 ? actor.maxAttempts : most;
}

/** Whether no check comes of itself, as far as the page can tell. */
function isAtRest({ element, settled }: Actor): boolean {
  return ['unconfirmed', 'error'].includes(element.phase) || settled?.phase === 'signature';
}

/** Whether an element has come to the end of its session. */
export function isOver({ element, settled }: Actor): boolean {
  const { phase, confirmed } = element.snapshot;
  if (phase === 'declined') return confirmed || settled?.phase === 'declined';
  return phase === 'success' || phase === 'canceled' || phase === 'expired';
}

/**
 * Whether the page cannot tell if an element has come to its end: of a decline that could not be confirmed, `settled`
 * says nothing where it had resolved with an unsigned agreement before.
 */
export function isUnclear({ element, settled }: Actor): boolean {
  const { phase, confirmed } = element.snapshot;
  return phase === 'declined' && !confirmed && settled?.phase === 'signature';
}

/** The elements that watch something. */
export function listeners(play: Play): readonly Actor[] {
  const all = Array.from(play.actors.values());
  return all.filter(actor => actor.element.isConnected && sessionOf(play, actor) && !isOver(actor));
}
