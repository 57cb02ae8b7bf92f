/**
 * Payments on a clock of their own: the page's time, its network and its visibility are replaced before anybody's code is
 * loaded; that code is the shipped one. Who watches: the element, the reference page's loop, Adyen's await component.
 */

const FLOW = 'https://payments.flinksapp.com';

let now = 0;
let timers = new Map();
let lastTimer = 0;
let visibility = 'visible';

/** Who is told of each request, and answers it. */
let endpoint = () => new Promise(() => {});

function setTimer(callback, delay = 0, ...args) {
  lastTimer += 1;
  timers.set(lastTimer, { at: now + Math.max(0, Number(delay) || 0), run: () => callback(...args) });
  return lastTimer;
}

const clearTimer = id => void timers.delete(id);

Object.assign(window, {
  setTimeout: setTimer,
  clearTimeout: clearTimer,
  requestAnimationFrame: callback => setTimer(() => callback(now), 16),
  cancelAnimationFrame: clearTimer,
  fetch: (...args) => endpoint(...args),
});
const { performance } = window;
Object.defineProperty(performance, 'now', { value: () => now });
const epoch = Date.now();
Date.now = () => epoch + now;
Object.defineProperty(document, 'visibilityState', { get: () => visibility });

/** The end of the browser's present task: by then, all that needs no time has happened. */
const { port1, port2 } = new MessageChannel();
const settle = () =>
  new Promise(resolve => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** Lets time pass until a moment, from one timer to the next, and looks after each. */
async function run(until, look) {
  for (;;) {
    let next;
    for (const [id, { at }] of timers) if (at <= until && (!next || at < timers.get(next).at)) next = id;
    if (!next) break;
    const { at, run: act } = timers.get(next);
    timers.delete(next);
    now = Math.max(now, at);
    act();
    await settle();
    look();
  }
  now = until;
}

const ready = (async () => {
  await import('/geft.js');
  await import('/adyen.js');
})();

/** Each way to watch: puts itself on the page, says whether the outcome can be read, and goes. */
const watchers = {
  async element({ shows }, sessionId) {
    const status = document.createElement('flinks-geft-status');
    status.sessionId = sessionId;
    document.querySelector('main').append(status);
    await settle();
    const wanted = new Set(shows);
    const title = () => status.shadowRoot.querySelector('[part=title]')?.textContent;
    const first = title();
    return {
      isShown: () => wanted.has(status.phase) && title() !== first,
      end: () => status.remove(),
    };
  },

  /** As Flinks' reference page “Session Status” recommends: every 30 seconds, 20 times, to a terminal status. */
  async reference(_payment, sessionId) {
    const terminal = ['Completed', 'Failed', 'Canceled', 'Expired'];
    let isShown = false;
    const poll = async () => {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const response = await fetch(`${FLOW}/api/v2/sessions/${sessionId}/status`);
        const { status } = await response.json();
        if (terminal.includes(status)) {
          isShown = true;
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 30_000));
      }
    };
    void poll();
    return { isShown: () => isShown, end: () => {} };
  },

  async adyen(_payment, sessionId) {
    const element = document.createElement('bench-adyen-await');
    element.setAttribute('payment-data', sessionId);
    document.querySelector('main').append(element);
    await settle();
    return {
      isShown: () => element.querySelector('.adyen-checkout__await--result') !== null,
      end: () => element.remove(),
    };
  },
};

/** What the endpoint says, in the words of whoever asks. */
function answer(who, sessionId, { outcome }) {
  const isOver = now >= outcome.at;
  if (who === 'adyen') {
    const resultCode = outcome.code === 'EFT0301' ? 'authorised' : 'refused';
    return isOver ? { type: 'complete', resultCode, payload: 'x' } : { type: 'pending', resultCode: 'pending' };
  }
  const { status, code } = isOver ? outcome : { status: 'Initiated', code: 'EFT0101' };
  return { sessionId, referenceId: 'USER12345', amount: 500, status, statusDetails: code };
}

/** Lives through one payment; time goes on from where the one before ended. */
async function live(who, payment, lost, number) {
  const begun = now;
  const sessionId = `aadd08f2-83ce-456d-84ed-${number.toString(16).padStart(12, '0')}`;
  const here = { ...payment, outcome: { ...payment.outcome, at: begun + payment.outcome.at } };
  let requests = 0;
  let shownAt = null;
  endpoint = async url => {
    // Translations and the like are no questions about the payment.
    if (!String(url).includes('/status')) return respond({});
    requests += 1;
    await new Promise(resolve => setTimer(resolve, payment.latency / 2));
    const body = answer(who, sessionId, here);
    await new Promise(resolve => setTimer(resolve, payment.latency / 2));
    return respond(body);
  };

  for (const { step, at, chance } of payment.messages) {
    const message = { data: { Step: step }, origin: FLOW };
    if (chance >= lost) setTimer(() => window.dispatchEvent(new MessageEvent('message', message)), at);
  }
  if (payment.hidden) {
    setTimer(() => turn('hidden'), payment.hidden.from);
    setTimer(() => turn('visible'), payment.hidden.to);
  }
  const { isShown, end } = await watchers[who](payment, sessionId);
  await run(begun + payment.closes, () => {
    if (shownAt === null && isShown()) shownAt = now;
  });
  end();
  await settle();
  endpoint = () => new Promise(() => {});
  timers = new Map();
  turn('visible');
  // What was on show before the endpoint knew it needed no time.
  return { requests, delay: shownAt === null ? null : Math.max(0, shownAt - here.outcome.at) };
}

function turn(to) {
  if (visibility === to) return;
  visibility = to;
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

function respond(body) {
  return { ok: true, status: 200, headers: new Headers(), json: () => Promise.resolve(body) };
}

let payments = 0;

/** Lives through payments, one after the other; of the flow's messages this share is lost. */
globalThis.simulate = async (who, list, lost) => {
  endpoint = () => Promise.resolve(respond({}));
  await ready;
  const results = [];
  for (const payment of list) {
    payments += 1;
    results.push(await live(who, payment, lost, payments));
  }
  return results;
};
