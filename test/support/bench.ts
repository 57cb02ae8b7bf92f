/**
 * The bench that every test of the element works at: stopped time, a scripted endpoint, a page whose listeners are
 * counted. After each test, what holds always is looked into.
 */
import { expect } from './expect.js';
import { restore, stub, type SinonStub } from 'sinon';
import { clearPage, openSession } from './element.js';
import { closeEndpoint, endpoint, openEndpoint } from './endpoint.js';
import { closePage, listenedFor, openPage } from './page.js';
import { openRelay } from './relay.js';
import { restoreTime, settle, stopTime, timers } from './time.js';

export * from './element.js';
export * from './endpoint.js';
export * from './flow.js';
export * from './keyboard.js';
export * from './page.js';
export * from './receipt.js';
export * from './relay.js';
export * from './session-details.js';
export * from './steps.js';
export * from './time.js';

const FLOOR = 10;

let consoleError: SinonStub | undefined;
let chance: SinonStub | undefined;

/** To be called once at the top of a file. */
export function setUp(): void {
  beforeEach(() => {
    stopTime();
    openEndpoint();
    openRelay();
    openSession();
    openPage();
    consoleError = stub(console, 'error');
    chance = stub(Math, 'random').returns(0);
  });

  afterEach(async () => {
    clearPage();
    await settle();
    const left = { timers: timers(), listeners: listenedFor() };
    closePage();
    closeEndpoint();
    restoreTime();
    restore();
    expect(left, 'what is left when nobody watches').to.deep.equal({ timers: 0, listeners: [] });
    expect(shortestGap(), 'seconds between two checks of one session').to.be.at.least(FLOOR);
  });
}

/** What was written to the console as an error. */
export function complaints(): readonly string[] {
  return consoleError?.args.map(args => args.map(String).join(' ')) ?? [];
}

/** What chance brings from now on: at least 0, below 1. */
export function chanceBrings(value: number): void {
  chance?.returns(value);
}

function shortestGap(): number {
  const sessions = new Set(endpoint.requests().map(({ sessionId }) => sessionId.toLowerCase()));
  const gaps = Array.from(sessions, session => {
    const times = endpoint.times(session);
    return times.slice(1).map((time, index) => Math.round(1000 * (time - (times[index] ?? 0))) / 1000);
  });
  return Math.min(Infinity, ...gaps.flat());
}
