import { FlinksGeftStatus } from '../../src/index.js';
import { SandboxClient } from '../sandbox/client.js';
import type { Faults, Scenario } from '../sandbox/types.js';
import { byId, element } from '../shop/dom.js';
import { eventLog } from '../shop/event-log.js';
import { requestCount } from '../shop/request-count.js';
import { sandboxOrigin } from '../shop/shop-client.js';
import { snapshotTable } from '../shop/snapshot-table.js';
import { sayAsleep } from './asleep.js';
import { attributeField, readAttributes } from './attributes.js';
import { field } from './field.js';
import { htmlFor } from './html.js';
import { showOutput } from './output.js';

/** The playground: a session of the sandbox as wished, the element with the attributes as wished, and its HTML. */

const SCENARIOS: Readonly<Record<Scenario, string>> = {
  Happy1: 'guaranteed in full',
  Happy2: 'a smaller amount is offered',
  Happy3: 'the bank’s pages in French',
  Unhappy1: 'no guarantee',
  Unhappy2: 'balance too low',
  Unhappy3: 'the name does not match',
};

const FAULTS: readonly (readonly [name: string, faults: Partial<Faults>])[] = [
  ['none', {}],
  ['the flow posts no messages', { silent: true }],
  ['never answers', { hang: true }],
  ['connection breaks', { drop: true }],
  ['no CORS headers', { noCors: true }],
  ['400', { http: 400 }],
  ['403', { http: 403 }],
  ['session not found', { notFound: true }],
  ['429 with Retry-After: 40', { http: 429, retryAfter: 40 }],
  ['500', { http: 500 }],
  ['500, twice', { http: 500, times: 2 }],
  ['HTML in place of JSON', { malformed: 'html' }],
  ['another session’s answer', { otherSession: true }],
  ['lags by two answers', { lag: 2 }],
  ['an unknown status', { status: 'Paused', statusDetails: 'EFT9999' }],
  ['forged messages', { hostile: true }],
];

/** What the iframe says already, and what belongs to another set-up. */
const LEFT_OUT = ['session-id', 'for', 'details-url'];

const scenario = element('select', { id: 'scenario' });
const fault = element('select', { id: 'fault' });
const attributes = element('fieldset', {}, element('legend', {}, 'Attributes'));
const begin = element('button', { type: 'submit', class: 'primary', 'data-test': 'begin' }, 'Start a payment');
const trouble = element('p', { class: 'trouble', role: 'status' });
const stage = element('div', { class: 'stage', hidden: '' });
const news = element('div', { class: 'live' });
const output = showOutput('The HTML to copy');

let ending = new AbortController();
let status: FlinksGeftStatus | null = null;
let sessionId = '';

sandboxOrigin().then(
  origin => {
    start(byId('live-playground'), new SandboxClient(origin));
  },
  () => {
    sayAsleep(byId('live-playground'));
  },
);

function start(place: HTMLElement, sandbox: SandboxClient): void {
  for (const [name, what] of Object.entries(SCENARIOS)) {
    scenario.append(element('option', { value: name }, `${name}: ${what}`));
  }
  fault.append(...FAULTS.map(([name], index) => element('option', { value: String(index) }, name)));
  const names = [...FlinksGeftStatus.observedAttributes, 'lang'];
  attributes.append(...names.filter(name => !LEFT_OUT.includes(name)).map(attributeField));
  const session = element(
    'fieldset',
    {},
    element('legend', {}, 'Payment'),
    field('Scenario', scenario, 'Type its name as the user name at the bank; the password is Everyday.'),
    field('Fault', fault, 'Of the status endpoint or of the messages. May change at any time.'),
  );
  const form = element('form', {}, session, attributes, element('div', { class: 'actions' }, begin), trouble);
  form.addEventListener('submit', event => {
    event.preventDefault();
    pay(sandbox).catch(() => trouble.append('The sandbox does not answer.'));
  });
  attributes.addEventListener('input', apply);
  fault.addEventListener('change', () => {
    if (sessionId)
      sandbox.replaceFaults(sessionId, wantedFaults()).catch(() => trouble.append('The sandbox does not answer.'));
  });
  place.classList.add('live');
  place.append(form, stage, output.element, news);
  apply();
  place.toggleAttribute('data-ready', true);
}

async function pay(sandbox: SandboxClient): Promise<void> {
  ending.abort();
  ending = new AbortController();
  trouble.replaceChildren();
  const wanted = Object.keys(SCENARIOS).find((name): name is Scenario => name === scenario.value) ?? 'Happy1';
  const session = await sandbox.createSession({ scenario: wanted, faults: wantedFaults() });
  sessionId = session.sessionId;
  status = element('flinks-geft-status');
  status.append(
    element('iframe', { slot: 'flow', title: 'Pay from your bank', src: session.flowUrl }),
    element('a', { slot: 'declined', href: '#scenario' }, 'Pay another way'),
  );
  apply();
  news.replaceChildren(
    element('h2', {}, 'What the element knows and says'),
    requestCount(sessionId, ending.signal),
    eventLog(status, ending.signal),
    snapshotTable(status, ending.signal),
  );
  stage.hidden = false;
  stage.replaceChildren(status);
}

/** What the form says, on the element and in its HTML. */
function apply(): void {
  const wanted = readAttributes(attributes);
  for (const [name, value] of wanted) {
    if (value === null) status?.removeAttribute(name);
    else status?.setAttribute(name, value);
  }
  output.say(htmlFor(wanted));
}

function wantedFaults(): Partial<Faults> {
  return FAULTS[Number(fault.value)]?.[1] ?? {};
}
