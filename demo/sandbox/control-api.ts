import { cancelSession, refuseDetails, refuseWhenOver, requireSession } from './api.js';
import { payerDetails } from './details.js';
import { NO_FAULTS, readFaults } from './faults.js';
import { readJson, refuseProblems, route, sendJson } from './http.js';
import type { Exchange, Route } from './http.js';
import { FieldReader, isObject } from './json.js';
import { PASSWORD, SCENARIOS } from './scenarios.js';
import { fullRequest, readSessionRequest } from './session-request.js';
import { flowUrl } from './sessions.js';
import type { Session, SessionStore } from './sessions.js';
import type { Defaults, Faults, NewSession, Outcome, Screen, SessionStep, Walk } from './types.js';
import { walk } from './walk.js';

/** For tests and the control panel: looking at sessions, and making things go wrong. Open to every origin. */

export const CONTROL_CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH',
  'Access-Control-Allow-Headers': 'Content-Type',
};

const STEPS: readonly SessionStep[] = [
  'Start',
  'Consent',
  'BankSelection',
  'BankConnection',
  'AccountSelection',
  'AmountSelection',
  'GuaranteeOffer',
  'Review',
  'Pad',
  'Complete',
];

const SCREENS: readonly Screen[] = [
  'consent',
  'bank',
  'sign-in',
  'second-factor',
  'account',
  'amount',
  'offer',
  'agreement',
  'done',
];

export function controlRoutes(store: SessionStore, origin: () => string): Route[] {
  return [
    control('GET', '/sessions', () => ({ sessions: store.all().map(session => session.state(origin())) })),
    control('POST', '/sessions', ({ body }) => createSession(store, body, origin()), 201),
    control('GET', '/defaults', () => store.defaults),
    control('PATCH', '/defaults', ({ body }) => {
      store.defaults = readDefaults(body, store.defaults);
      return store.defaults;
    }),
    control('POST', '/reset', () => {
      store.reset();
      return {};
    }),
    ...sessionRoutes(store, origin),
  ];
}

function sessionRoutes(store: SessionStore, origin: () => string): Route[] {
  const onSession = (method: string, path: string, change: (session: Session, body: FieldReader) => void): Route =>
    control(method, `/sessions/{id}${path}`, ({ params, body }) => {
      const session = requireSession(store, params['id']);
      change(session, body);
      return session.state(origin());
    });
  const onFaults = (method: string, base: (session: Session) => Faults): Route =>
    control(method, '/sessions/{id}/faults', ({ params, body }) => {
      const session = requireSession(store, params['id']);
      session.faults = checked(body, readFaults(body, base(session)));
      return session.faults;
    });
  return [
    onSession('GET', '', () => undefined),
    onSession('PATCH', '', (session, body) => {
      session.idleSeconds = checked(body, body.number('idleSeconds', session.idleSeconds));
    }),
    onFaults('PATCH', session => session.faults),
    onFaults('PUT', () => ({ ...NO_FAULTS })),
    onSession('POST', '/expire', session => {
      refuseWhenOver(session);
      session.settle({ status: 'Expired', statusDetails: 'EFT0601' });
    }),
    onSession('POST', '/cancel', cancelSession),
    onSession('POST', '/outcome', (session, body) => {
      session.settle(readOutcome(body));
    }),
    onSession('POST', '/walk', (session, body) => {
      walk(session, readWalk(body));
    }),
    control('GET', '/sessions/{id}/details', ({ params }) => {
      const session = requireSession(store, params['id']);
      refuseDetails(session);
      return payerDetails(session);
    }),
  ];
}

/** A route under `/sandbox` whose result is the answer. */
function control(
  method: string,
  path: string,
  handle: (call: { params: Exchange['params']; body: FieldReader }) => unknown,
  status = 200,
): Route {
  return route(method, `/sandbox${path}`, async ({ request, response, params }) => {
    const body = await readJson(request);
    if (!isObject(body)) refuseProblems(['The body must be a JSON object']);
    sendJson(response, status, handle({ params, body: new FieldReader(isObject(body) ? body : {}) }), CONTROL_CORS);
  });
}

function createSession(store: SessionStore, body: FieldReader, origin: string): { sessionId: string; flowUrl: string } {
  const { idleSeconds, faults } = store.defaults;
  const options = {
    idleSeconds: body.number('idleSeconds', idleSeconds),
    faults: readFaults(body.object('faults'), faults),
  };
  const request = readSessionRequest(fullRequest(readNewSession(body)));
  const session = store.create(checked(body, request), options);
  return { sessionId: session.id, flowUrl: flowUrl(origin, session.id) };
}

/** Only the shape; what the values may be is checked once the shortcut is spelt out. */
function readNewSession(body: FieldReader): NewSession {
  const payor = body.object('payor');
  const limits = body.object('limits');
  const redirect = body.object('redirectPreferences');
  const scenario = body.has('scenario') ? body.oneOf('scenario', SCENARIOS, 'Happy1') : null;
  const options: NewSession = {
    ...(scenario === null ? {} : { scenario }),
    referenceId: body.text('referenceId', null),
    ...(body.has('amount') ? { amount: body.number('amount', null, { min: 0.01 }) } : {}),
    language: body.oneOf('language', ['EN', 'FR'], 'EN'),
    showConsentScreen: body.flag('showConsentScreen', false),
    guarantee: body.flag('guarantee', true),
    amountModification: body.flag('amountModification', false),
    limits: {
      minimumAmount: limits.number('minimumAmount', null),
      maximumAmount: limits.number('maximumAmount', null),
    },
    redirectPreferences: {
      mode: redirect.oneOf('mode', ['JsEvents', 'RedirectUri'], 'JsEvents'),
      urlSuccess: redirect.text('urlSuccess', null),
      urlExit: redirect.text('urlExit', null),
    },
    payor: {
      email: payor.text('email', 'john.smith@example.com'),
      firstName: payor.text('firstName', 'John'),
      lastName: payor.text('lastName', 'Smith'),
    },
  };
  body.nothingElse();
  return checked(body, options);
}

function readDefaults(body: FieldReader, before: Defaults): Defaults {
  const defaults = {
    idleSeconds: body.number('idleSeconds', before.idleSeconds),
    faults: readFaults(body.object('faults'), before.faults),
  };
  body.nothingElse();
  return checked(body, defaults);
}

function readOutcome(body: FieldReader): Outcome {
  const outcome: Outcome = {
    status: body.requiredText('status'),
    statusDetails: body.requiredText('statusDetails'),
    ...(body.has('amount') ? { amount: body.number('amount', null) } : {}),
    ...(body.has('step') ? { step: body.oneOf('step', STEPS, 'Start') } : {}),
  };
  body.nothingElse();
  return checked(body, outcome);
}

function readWalk(body: FieldReader): Required<Walk> {
  const plan = {
    to: body.oneOf('to', SCREENS, 'done'),
    scenario: body.oneOf('scenario', SCENARIOS, 'Happy1'),
    bank: body.text('bank', null) ?? '003',
    password: body.text('password', null) ?? PASSWORD,
  };
  body.nothingElse();
  return checked(body, plan);
}

/** The value, if nothing was wrong with the body it was read from. */
function checked<Value>(body: FieldReader, value: Value): Value {
  refuseProblems(body.problems);
  return value;
}
