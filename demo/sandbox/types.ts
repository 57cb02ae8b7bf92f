/** The sandbox's shapes, shared by its server, its pages, its client and the tests. Types only: nothing here exists at run time. */

export type Language = 'EN' | 'FR';
export type Scenario = 'Happy1' | 'Happy2' | 'Happy3' | 'Unhappy1' | 'Unhappy2' | 'Unhappy3';

export type SessionStep =
  | 'Start'
  | 'Consent'
  | 'BankSelection'
  | 'BankConnection'
  | 'AccountSelection'
  | 'AmountSelection'
  | 'GuaranteeOffer'
  | 'Review'
  | 'Pad'
  | 'Complete';

export type Screen =
  | 'consent'
  | 'bank'
  | 'sign-in'
  | 'second-factor'
  | 'account'
  | 'amount'
  | 'offer'
  | 'agreement'
  | 'done'
  | 'declined'
  | 'identity-failed'
  | 'login-failed'
  | 'left'
  | 'closed';

export type Malformed = 'none' | 'html' | 'truncated' | 'wrong-types' | 'empty' | 'array' | 'null';

export interface Faults {
  latency: number;
  hang: boolean;
  drop: boolean;
  http: number | null;
  retryAfter: number | string | null;
  malformed: Malformed;
  otherSession: boolean;
  notFound: boolean;
  noCors: boolean;
  status: string | null;
  statusDetails: string | null;
  lag: number;
  times: number | null;
  detailsHttp: number | null;
  silent: boolean;
  jsonMessages: boolean;
  lowerCaseStep: boolean;
  hostile: boolean;
}

export interface Defaults {
  idleSeconds: number;
  faults: Faults;
}

export interface Limits {
  minimumAmount: number | null;
  maximumAmount: number | null;
}

export interface RedirectPreferences {
  mode: 'JsEvents' | 'RedirectUri';
  urlSuccess: string | null;
  urlExit: string | null;
}

export interface Address {
  addressLine1: string;
  city: string;
  province: string;
  country: string;
  postalCode: string;
}

export interface Payor {
  email: string;
  firstName: string;
  lastName: string;
  middleName: string | null;
  address: Address | null;
}

/** What a merchant's server asked for when it created the session. */
export interface SessionRequest {
  referenceId: string | null;
  amount: number | null;
  payor: Payor;
  guarantee: boolean;
  language: Language;
  showConsentScreen: boolean;
  limits: Limits;
  amountModification: boolean;
  redirectPreferences: RedirectPreferences;
}

/** The body of `POST /sandbox/sessions`: everything has a default. */
export interface NewSession {
  /** Short for `referenceId`. */
  scenario?: Scenario;
  referenceId?: string | null;
  /** 100 when absent (1000 for `Happy2`); `null` lets the payer enter it. */
  amount?: number | null;
  language?: Language;
  /** `false` when absent. */
  showConsentScreen?: boolean;
  guarantee?: boolean;
  amountModification?: boolean;
  limits?: Partial<Limits>;
  redirectPreferences?: Partial<RedirectPreferences>;
  payor?: { email?: string; firstName?: string; lastName?: string };
  idleSeconds?: number;
  faults?: Partial<Faults>;
}

export interface CreatedSession {
  sessionId: string;
  flowUrl: string;
}

export interface Outcome {
  status: string;
  statusDetails: string;
  amount?: number | null;
  step?: SessionStep;
}

/** How a payer goes through the flow, all of it optional. */
export interface Walk {
  /** The screen to stop at; `done` is wherever the scenario ends. */
  to?: Screen;
  scenario?: Scenario;
  /** The institution number. */
  bank?: string;
  password?: string;
}

/** What of a session's details a merchant's server may hand to its page. */
export interface PayerDetails {
  sessionId: string;
  step: { current: SessionStep };
  referenceId: string | null;
  amount: number | null;
  currency: 'CAD';
  payor: { account: { institutionCode: string; accountNumber: string } | null };
  guaranteeDetails: {
    guaranteeOffered: boolean;
    guaranteeAccepted: boolean | null;
    highestDebitAmountToGuarantee: number;
    guaranteedEftType: 'Full' | 'Partial' | null;
  } | null;
}

export interface StatusRequest {
  /** When it arrived, and when it was answered: ms since 1970. */
  at: number;
  answeredAt: number | null;
  outcome: 'pending' | 'answered' | 'dropped' | 'aborted';
  httpStatus: number | null;
  /** What the answer said; null where it said nothing of the kind. */
  status: string | null;
  statusDetails: string | null;
  /** The faults that shaped this answer. */
  faults: string[];
  origin: string | null;
  accept: string | null;
  cookies: boolean;
}

export type FlowMessage = string | Readonly<Record<string, string>>;

export interface PostedMessage {
  at: number;
  message: FlowMessage;
}

/** One session, as the control API and the panel see it. */
export interface SessionState {
  sessionId: string;
  flowUrl: string;
  createdAt: number;
  referenceId: string | null;
  scenario: Scenario;
  amount: number | null;
  /** The truth, whatever the faults make the endpoint say. */
  status: string;
  statusDetails: string;
  /** Nothing but `outcome` changes it any more. */
  over: boolean;
  step: SessionStep;
  screen: Screen | null;
  language: Language;
  idleSeconds: number;
  faults: Faults;
  statusRequests: StatusRequest[];
  messages: PostedMessage[];
}

export interface AccountChoice {
  label: string;
  balance: number;
}

/** What the flow page needs to draw its present screen. */
export interface FlowView {
  sessionId: string;
  screen: Screen;
  language: Language;
  payorName: string;
  userName: string;
  signInFailed: boolean;
  accounts: AccountChoice[];
  accountLabel: string | null;
  bankName: string | null;
  amount: number | null;
  suggestedAmount: number;
  amountEditable: boolean;
  limits: Limits;
  offered: number | null;
  guaranteed: boolean;
  hostile: boolean;
  /** Where to go at the end, when nobody listens to messages. */
  redirectUrl: string | null;
}

/** The answer to everything the flow page does: what to show and what to post. */
export interface FlowReply {
  view: FlowView;
  messages: FlowMessage[];
}

/** Who hears the flow's messages. */
export type Audience = 'parent' | 'opener' | 'none';
