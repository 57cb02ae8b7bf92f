import { randomUUID } from 'node:crypto';
import { ACCOUNTS, BANKS, PASSWORD, usualAmount, verdict } from './scenarios.js';
import type { BankAccount } from './scenarios.js';
import type { Session } from './sessions.js';
import type { Audience, FlowMessage, FlowReply, FlowView, Screen, SessionStep } from './types.js';

/**
 * The flow, one action of the payer after the other. The server decides what is shown next and what is posted; the page
 * only draws and posts, so that a reload loses nothing and the log of messages is true.
 */

export type FlowAction =
  | { action: 'agree' }
  | { action: 'choose-bank'; code: string }
  | { action: 'sign-in'; userName: string; password: string }
  | { action: 'answer' }
  | { action: 'choose-account'; index: number }
  | { action: 'confirm-amount'; amount: number }
  | { action: 'accept' }
  | { action: 'turn-down' }
  | { action: 'sign' }
  | { action: 'download' }
  | { action: 'decline' }
  | { action: 'other-ways' };

/** A page can only be left where it is: a second click, or one in an old tab, changes nothing. */
const PLACES: Readonly<Record<FlowAction['action'], readonly Screen[]>> = {
  agree: ['consent'],
  'choose-bank': ['bank'],
  'sign-in': ['sign-in'],
  answer: ['second-factor'],
  'choose-account': ['account'],
  'confirm-amount': ['amount'],
  accept: ['offer'],
  'turn-down': ['offer'],
  sign: ['agreement'],
  download: ['agreement'],
  decline: ['agreement'],
  'other-ways': ['declined', 'identity-failed', 'login-failed'],
};

type Message = Readonly<Record<string, string>>;

const SCREENS_AFTER_THE_END: readonly Screen[] = ['done', 'declined', 'identity-failed', 'login-failed', 'left'];

const STEPS: Readonly<Partial<Record<Screen, SessionStep>>> = {
  consent: 'Consent',
  bank: 'BankSelection',
  'sign-in': 'BankConnection',
  'second-factor': 'BankConnection',
  account: 'AccountSelection',
  offer: 'GuaranteeOffer',
  agreement: 'Pad',
  done: 'Complete',
};

/** The page has loaded, for the first time or again. */
export function openFlow(session: Session, audience: Audience): FlowReply {
  session.touch();
  session.flow.audience = audience;
  const first = session.flow.screen === null;
  const { request } = session;
  if (first) show(session, request.showConsentScreen ? 'consent' : 'bank');
  else if (session.flow.screen === 'left' && !session.over)
    show(session, session.awaitsSignature ? 'agreement' : 'offer');
  const messages: Message[] = [step('APP_MOUNTED')];
  if (first) messages.push({ flinksCode: 'SESSION_READY' });
  if (!request.showConsentScreen) messages.push(step('CONSENT_DISABLED'));
  return reply(session, screenOf(session) === 'closed' ? [step('APP_MOUNTED')] : messages);
}

/** What the page shows now; looking is not activity. */
export function viewFlow(session: Session): FlowReply {
  return { view: view(session), messages: [] };
}

export function act(session: Session, action: FlowAction): FlowReply {
  const screen = screenOf(session);
  if (!PLACES[action.action].includes(screen)) return viewFlow(session);
  session.touch();
  return reply(session, perform(session, action));
}

function perform(session: Session, action: FlowAction): Message[] {
  const { flow } = session;
  switch (action.action) {
    case 'agree':
      show(session, 'bank');
      return [];
    case 'choose-bank':
      flow.bank = BANKS.find(bank => bank.code === action.code) ?? null;
      if (flow.bank === null) return [];
      show(session, 'sign-in');
      return [step('INSTITUTION_SELECTED'), step('COMPONENT_LOAD_CREDENTIAL')];
    case 'sign-in':
      return signIn(session, action.userName, action.password);
    case 'answer':
      show(session, 'account');
      return [step('SUBMIT_MFA'), { flinksCode: 'OPERATION_PENDING' }];
    case 'choose-account':
      return chooseAccount(session, action.index);
    case 'confirm-amount':
      return confirmAmount(session, action.amount);
    case 'accept':
      flow.accepted = true;
      session.amount = flow.offered;
      toAgreement(session);
      return [];
    case 'turn-down':
      flow.accepted = false;
      show(session, 'left');
      return [step('COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED')];
    case 'download':
      return [step('COMPONENT_PAD_DOWNLOADED')];
    case 'sign':
      session.padId = randomUUID();
      session.settle({ status: 'Completed', statusDetails: 'EFT0301' });
      show(session, 'done');
      return [step('COMPONENT_PAD_DOWNLOADED'), step('SUCCESS')];
    case 'decline':
      show(session, 'left');
      return [step('COMPONENT_PAD_WARNING_SCREEN_EXIT')];
    case 'other-ways':
      show(session, 'left');
      return [step('COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED')];
  }
}

function signIn(session: Session, userName: string, password: string): Message[] {
  const { flow } = session;
  flow.userName = userName.trim();
  if (password === PASSWORD) {
    flow.failedSignIns = 0;
    show(session, 'second-factor');
    return [step('SUBMIT_CREDENTIAL'), step('COMPONENT_LOAD_MFA')];
  }
  flow.failedSignIns += 1;
  if (flow.failedSignIns > 1) {
    session.settle({ status: 'Failed', statusDetails: 'EFT0401' });
    show(session, 'login-failed');
  }
  return [step('SUBMIT_CREDENTIAL'), { flinksCode: 'INVALID_LOGIN' }];
}

function chooseAccount(session: Session, index: number): Message[] {
  const account = ACCOUNTS[index];
  if (account === undefined) return [];
  session.flow.account = account;
  if (session.scenario === 'Unhappy3') {
    session.settle({ status: 'Failed', statusDetails: 'EFT0403' });
    show(session, 'identity-failed');
  } else {
    show(session, 'amount');
    if (amountEditable(session)) session.step = 'AmountSelection';
  }
  return [step('ACCOUNT_SELECTED')];
}

function confirmAmount(session: Session, entered: number): Message[] {
  const { flow, request } = session;
  const amount = amountEditable(session) ? Math.round(entered * 100) / 100 : (session.amount ?? entered);
  if (!withinLimits(session, amount)) return [];
  session.amount = amount;
  const confirmed = step('COMPONENT_DEPOSIT_CONTINUE');
  if (!request.guarantee) {
    toAgreement(session);
    return [confirmed];
  }
  const decision = verdict(session.scenario, amount);
  if (decision.kind === 'refused') {
    session.settle({ status: 'Failed', statusDetails: decision.statusDetails });
    show(session, 'declined');
    return [confirmed, step('GUARANTEE_FAILED')];
  }
  flow.offered = decision.amount;
  flow.fullyGuaranteed = decision.full;
  show(session, 'offer');
  return [confirmed, step('GUARANTEE_OFFERED')];
}

/** The account is validated and only the signature is missing, which is what `EFT0302` says. */
function toAgreement(session: Session): void {
  session.settle({ status: 'Completed', statusDetails: 'EFT0302' });
  show(session, 'agreement');
}

function withinLimits({ request: { limits } }: Session, amount: number): boolean {
  const { minimumAmount, maximumAmount } = limits;
  return amount > 0 && amount >= (minimumAmount ?? 0) && amount <= (maximumAmount ?? Number.POSITIVE_INFINITY);
}

function amountEditable({ request }: Session): boolean {
  return request.amount === null || request.amountModification;
}

function show(session: Session, screen: Screen): void {
  session.flow.screen = screen;
  session.step = STEPS[screen] ?? session.step;
}

/** A session that ended behind the payer's back has nothing more to show. */
function screenOf(session: Session): Screen {
  const screen = session.flow.screen ?? 'bank';
  return session.over && !SCREENS_AFTER_THE_END.includes(screen) ? 'closed' : screen;
}

function step(name: string): Message {
  return { Step: name };
}

function reply(session: Session, messages: Message[]): FlowReply {
  return { view: view(session), messages: post(session, messages) };
}

function post(session: Session, messages: Message[]): FlowMessage[] {
  if (session.faults.silent || session.flow.audience === 'none') return [];
  const posted = messages.map(message => dress(message, session));
  session.messages.push(...posted.map(message => ({ at: Date.now(), message })));
  return posted;
}

function dress(message: Message, { faults }: Session): FlowMessage {
  const name = message['Step'];
  const dressed: Message = name !== undefined && faults.lowerCaseStep ? { step: name } : message;
  return faults.jsonMessages ? JSON.stringify(dressed) : dressed;
}

function view(session: Session): FlowView {
  const { request, flow, scenario } = session;
  const screen = screenOf(session);
  return {
    sessionId: session.id,
    screen,
    language: session.language,
    payorName: `${request.payor.firstName} ${request.payor.lastName}`,
    userName: flow.userName ?? scenario,
    signInFailed: flow.failedSignIns > 0,
    accounts: ACCOUNTS.map(account => ({ label: labelOf(account, session), balance: account.availableBalance })),
    accountLabel: flow.account === null ? null : labelOf(flow.account, session),
    bankName: flow.bank?.name ?? null,
    amount: session.amount,
    suggestedAmount: session.amount ?? usualAmount(scenario),
    amountEditable: amountEditable(session),
    limits: request.limits,
    offered: flow.offered,
    guaranteed: flow.fullyGuaranteed,
    hostile: session.faults.hostile,
    redirectUrl: redirectUrl(session, screen),
  };
}

function labelOf(account: BankAccount, { language }: Session): string {
  return language === 'FR' ? account.frenchLabel : account.accountLabel;
}

function redirectUrl({ id, request: { redirectPreferences }, flow }: Session, screen: Screen): string | null {
  const { mode, urlSuccess, urlExit } = redirectPreferences;
  if (mode !== 'RedirectUri' || flow.audience !== 'none') return null;
  const target = screen === 'done' ? urlSuccess : screen === 'left' || screen === 'closed' ? urlExit : null;
  if (target === null) return null;
  const url = new URL(target);
  url.searchParams.set('sessionId', id);
  return url.href;
}
