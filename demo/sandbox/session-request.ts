import { FieldReader, isObject } from './json.js';
import type { Address, NewSession, Payor, RedirectPreferences, SessionRequest } from './types.js';
import { refuseProblems } from './http.js';
import { scenarioNamed, usualAmount } from './scenarios.js';

/** What a merchant's server sends to create a session; throws a 400 that names what is wrong with it. */
export function readSessionRequest(body: unknown): SessionRequest {
  if (!isObject(body)) refuseProblems(['The body must be a JSON object']);
  const from = new FieldReader(isObject(body) ? body : {});
  const options = from.object('options');
  const redirect = from.has('redirectPreferences') ? from : options;
  from.oneOf('type', ['EFT'], 'EFT');
  from.oneOf('direction', ['DEBIT'], 'DEBIT');
  from.oneOf('currency', ['CAD'], 'CAD');
  const request: SessionRequest = {
    referenceId: from.text('referenceId', null),
    amount: from.number('amount', null, { min: 0.01 }),
    payor: readPayor(from.object('payor')),
    guarantee: options.object('guarantee').flag('enable', true),
    language: options.object('notificationPreferences').oneOf('language', ['EN', 'FR'], 'EN'),
    showConsentScreen: options.flag('showConsentScreen', true),
    limits: readLimits(options.object('limits')),
    amountModification: options.flag('amountModification', false),
    redirectPreferences: readRedirect(redirect.object('redirectPreferences')),
  };
  refuseProblems(from.problems);
  refuseProblems(amountProblems(request));
  return request;
}

function readPayor(from: FieldReader): Payor {
  return {
    email: from.requiredText('email'),
    firstName: from.requiredText('firstName'),
    lastName: from.requiredText('lastName'),
    middleName: from.text('middleName', null),
    address: from.has('address') ? readAddress(from.object('address')) : null,
  };
}

function readAddress(from: FieldReader): Address {
  return {
    addressLine1: from.text('addressLine1', ''),
    city: from.text('city', ''),
    province: from.text('province', ''),
    country: from.oneOf('country', ['CA'], 'CA'),
    postalCode: from.text('postalCode', ''),
  };
}

function readLimits(from: FieldReader): SessionRequest['limits'] {
  return { minimumAmount: from.number('minimumAmount', null), maximumAmount: from.number('maximumAmount', null) };
}

function readRedirect(from: FieldReader): RedirectPreferences {
  const mode = from.oneOf('mode', ['JsEvents', 'RedirectUri'], 'JsEvents');
  const address = (key: 'urlSuccess' | 'urlExit'): string | null => {
    const text = mode === 'RedirectUri' ? from.requiredText(key) : from.text(key, null);
    if (text !== null && text !== '' && !isWebAddress(text)) from.problems.push(`${key} must be an http(s) address`);
    return text;
  };
  return { mode, urlSuccess: address('urlSuccess'), urlExit: address('urlExit') };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function amountProblems({ amount, limits: { minimumAmount, maximumAmount } }: SessionRequest): string[] {
  if (amount === null) return [];
  if (minimumAmount !== null && amount < minimumAmount) return [`amount must be at least ${String(minimumAmount)}`];
  if (maximumAmount !== null && amount > maximumAmount) return [`amount must be at most ${String(maximumAmount)}`];
  return [];
}

/** The control API's shortcut, spelt out as a merchant would. */
export function fullRequest(options: NewSession): unknown {
  const referenceId = options.referenceId ?? options.scenario ?? null;
  const scenario = scenarioNamed(options.scenario ?? referenceId) ?? 'Happy1';
  return {
    referenceId,
    amount: options.amount === undefined ? usualAmount(scenario) : options.amount,
    payor: {
      email: 'john.smith@example.com',
      firstName: 'John',
      lastName: 'Smith',
      address: {
        addressLine1: '123 Main Street',
        city: 'Toronto',
        province: 'ON',
        country: 'CA',
        postalCode: 'M5V3A8',
      },
      ...options.payor,
    },
    options: {
      guarantee: { enable: options.guarantee ?? true },
      notificationPreferences: { language: options.language ?? 'EN' },
      showConsentScreen: options.showConsentScreen ?? false,
      limits: options.limits ?? {},
      amountModification: options.amountModification ?? false,
      redirectPreferences: options.redirectPreferences ?? {},
    },
  };
}
