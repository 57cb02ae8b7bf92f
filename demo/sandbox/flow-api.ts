import { requireSession } from './api.js';
import { act, openFlow, viewFlow } from './flow-steps.js';
import type { FlowAction } from './flow-steps.js';
import { readJson, refuseProblems, route, sendJson } from './http.js';
import type { Route } from './http.js';
import { FieldReader, isObject } from './json.js';
import type { SessionStore } from './sessions.js';

/** Between the hosted page and its server. Private: same origin only, and no merchant knows of it. */
export function flowRoutes(store: SessionStore): Route[] {
  const path = '/app/api/sessions/{id}';
  return [
    route('GET', path, ({ params, response }) => {
      sendJson(response, 200, viewFlow(requireSession(store, params['id'])));
    }),
    route('POST', `${path}/open`, async ({ request, params, response }) => {
      const session = requireSession(store, params['id']);
      const body = await readFields(request);
      const audience = body.oneOf('audience', ['parent', 'opener', 'none'], 'none');
      refuseProblems(body.problems);
      sendJson(response, 200, openFlow(session, audience));
    }),
    route('POST', `${path}/act`, async ({ request, params, response }) => {
      const session = requireSession(store, params['id']);
      const body = await readFields(request);
      const action = readAction(body);
      refuseProblems(body.problems);
      sendJson(response, 200, act(session, action));
    }),
  ];
}

async function readFields(request: Parameters<typeof readJson>[0]): Promise<FieldReader> {
  const body = await readJson(request);
  return new FieldReader(isObject(body) ? body : {});
}

function readAction(body: FieldReader): FlowAction {
  const action = body.oneOf<FlowAction['action']>(
    'action',
    [
      'agree',
      'choose-bank',
      'sign-in',
      'answer',
      'choose-account',
      'confirm-amount',
      'accept',
      'turn-down',
      'sign',
      'download',
      'decline',
      'other-ways',
    ],
    'agree',
  );
  switch (action) {
    case 'choose-bank':
      return { action, code: body.requiredText('code') };
    case 'sign-in':
      return { action, userName: body.requiredText('userName'), password: body.requiredText('password') };
    case 'choose-account':
      return { action, index: body.number('index', 0) };
    case 'confirm-amount':
      return { action, amount: body.number('amount', 0) };
    default:
      return { action };
  }
}
