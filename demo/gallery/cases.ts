import type { FlowStep, Snapshot } from '../../src/index.js';
import type { SandboxClient } from '../sandbox/client.js';
import type { NewSession } from '../sandbox/types.js';
import type { Phrase } from './bilingual.js';

/** One state that an element can be in, and how a session of the sandbox comes to be in it. */
export interface Case {
  readonly id: string;
  readonly title: Phrase;
  /** What the element was told: a message, a status, a code. */
  readonly told: string;
  readonly session?: NewSession;
  /** Brings the session there, by the ways of a payer where there is one. */
  readonly bring?: (sandbox: SandboxClient, sessionId: string) => Promise<unknown>;
  /** What the flow posts. */
  readonly message?: FlowStep;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly hasDetails?: boolean;
  /** What each element's snapshot has to say in the end. */
  readonly wanted: Partial<Snapshot>;
}

export const cases: readonly Case[] = [
  {
    id: 'idle',
    title: ['No session yet', 'Pas encore de session'],
    told: '—',
    wanted: { phase: 'idle' },
  },
  {
    id: 'waiting',
    title: ['In the flow, and no word of where', 'Chez la banque, sans savoir où'],
    told: 'EFT0101',
    session: {},
    wanted: { phase: 'waiting', status: 'Initiated', step: null },
  },
  {
    id: 'waiting-bank',
    title: ['In the flow, at the first step', 'Chez la banque, à la première étape'],
    told: 'APP_MOUNTED',
    session: {},
    message: 'APP_MOUNTED',
    wanted: { phase: 'waiting', status: 'Initiated', step: 'APP_MOUNTED' },
  },
  {
    id: 'waiting-account',
    title: ['In the flow, at the account', 'Chez la banque, au compte'],
    told: 'ACCOUNT_SELECTED',
    session: { referenceId: 'R-20417', amount: 1249.5 },
    bring: (sandbox, id) => sandbox.walk(id, { to: 'amount' }),
    message: 'ACCOUNT_SELECTED',
    hasDetails: true,
    wanted: { phase: 'waiting', status: 'Initiated', step: 'ACCOUNT_SELECTED' },
  },
  {
    id: 'confirming',
    title: ['Completed, being confirmed', 'Terminé, en voie de confirmation'],
    told: 'SUCCESS',
    session: {},
    message: 'SUCCESS',
    wanted: { phase: 'confirming', status: 'Initiated' },
  },
  {
    id: 'signature',
    title: ['Not signed yet', 'Pas encore signé'],
    told: 'EFT0302',
    session: { referenceId: 'R-20417', amount: 1249.5 },
    bring: (sandbox, id) => sandbox.walk(id, { to: 'agreement', bank: '006' }),
    hasDetails: true,
    wanted: { phase: 'signature', statusDetails: 'EFT0302' },
  },
  {
    id: 'success',
    title: ['Scheduled', 'Prévu'],
    told: 'EFT0301',
    session: { referenceId: 'R-20417', amount: 1249.5 },
    bring: (sandbox, id) => sandbox.walk(id, { bank: '006' }),
    hasDetails: true,
    wanted: { phase: 'success', confirmed: true },
  },
  {
    id: 'success-partial',
    title: ['Scheduled, guaranteed in part', 'Prévu, garanti en partie'],
    told: 'EFT0301',
    session: { referenceId: 'R-20418', amount: 1000 },
    bring: async (sandbox, id) => {
      await sandbox.walk(id, { scenario: 'Happy2' });
      await sandbox.outcome(id, { status: 'Completed', statusDetails: 'EFT0301', amount: 1000 });
    },
    hasDetails: true,
    wanted: { phase: 'success', confirmed: true },
  },
  {
    id: 'submitted',
    title: ['Completed, and nobody confirms it', 'Terminé, et personne ne le confirme'],
    told: 'SUCCESS, 503 × 3',
    // The shortest wait that an endpoint can ask for: the floor of ten seconds is longer.
    session: { faults: { http: 503, retryAfter: 1 } },
    message: 'SUCCESS',
    wanted: { phase: 'success', confirmed: false },
  },
  {
    id: 'declined',
    title: ['No guarantee, not confirmed yet', 'Aucune garantie, pas encore confirmé'],
    told: 'GUARANTEE_FAILED',
    session: {},
    message: 'GUARANTEE_FAILED',
    wanted: { phase: 'declined', status: 'Initiated', confirmed: false },
  },
  {
    id: 'EFT0401',
    title: ['The sign-in failed', 'La connexion a échoué'],
    told: 'EFT0401',
    session: {},
    bring: (sandbox, id) => sandbox.walk(id, { password: 'wrong' }),
    wanted: { phase: 'declined', statusDetails: 'EFT0401' },
  },
  {
    id: 'EFT0402',
    title: ['No guarantee', 'Aucune garantie'],
    told: 'EFT0402',
    session: { referenceId: 'R-20419', amount: 1249.5 },
    bring: (sandbox, id) => sandbox.walk(id, { scenario: 'Unhappy1' }),
    hasDetails: true,
    wanted: { phase: 'declined', statusDetails: 'EFT0402' },
  },
  {
    id: 'EFT0403',
    title: ['Another account holder', 'Un autre titulaire du compte'],
    told: 'EFT0403',
    session: {},
    bring: (sandbox, id) => sandbox.walk(id, { scenario: 'Unhappy3' }),
    wanted: { phase: 'declined', statusDetails: 'EFT0403' },
  },
  {
    id: 'EFT0404',
    title: ['Balance too low', 'Solde insuffisant'],
    told: 'EFT0404',
    session: {},
    bring: (sandbox, id) => sandbox.walk(id, { scenario: 'Unhappy2' }),
    wanted: { phase: 'declined', statusDetails: 'EFT0404' },
  },
  {
    id: 'left',
    title: ['Left by the payer', 'Quitté par le payeur'],
    told: 'COMPONENT_PAD_WARNING_SCREEN_EXIT',
    session: {},
    message: 'COMPONENT_PAD_WARNING_SCREEN_EXIT',
    wanted: { phase: 'left', status: 'Initiated' },
  },
  {
    id: 'canceled',
    title: ['Canceled', 'Annulé'],
    told: 'EFT0501',
    session: {},
    bring: (sandbox, id) => sandbox.cancel(id),
    wanted: { phase: 'canceled', statusDetails: 'EFT0501' },
  },
  {
    id: 'expired',
    title: ['Expired', 'Expiré'],
    told: 'EFT0601',
    session: {},
    bring: (sandbox, id) => sandbox.expire(id),
    wanted: { phase: 'expired', statusDetails: 'EFT0601' },
  },
  {
    id: 'unconfirmed',
    title: ['No outcome, and the attempts are spent', 'Aucune issue, et les essais sont épuisés'],
    told: 'EFT0101, max-attempts="1"',
    session: {},
    attributes: { 'max-attempts': '1' },
    wanted: { phase: 'unconfirmed' },
  },
  {
    id: 'error',
    title: ['Nothing to be learnt', 'Rien à apprendre'],
    told: '400',
    session: { faults: { http: 400 } },
    wanted: { phase: 'error' },
  },
];
