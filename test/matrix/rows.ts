/** Every fault of the sandbox's control panel, and what becomes of a payment that its payer completes. */
import type { Faults } from '../../demo/sandbox/types.js';
import type { Reading } from '../support/readings.js';

/** From when on there is the fault: the first check, the guarantee's offer, or the signature. */
export const MOMENTS = ['before', 'during', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What is read while the fault lasts; then, where that is something else, once it is over. */
export type Course = Reading | `${Reading} → ${Reading}`;

export interface Row {
  readonly fault: string;
  readonly faults: Partial<Faults>;
  /** With the flow's messages, and without any. */
  readonly on: Readonly<Record<Moment, Course>>;
  readonly off: Readonly<Record<Moment, Course>>;
  /** No answer comes, so none is waited for. */
  readonly hangs?: true;
}

const always = (course: Course): Row['on'] => ({ before: course, during: course, after: course });

/** Nothing is wrong with the payment: it is scheduled, and the page says so. */
const HARMLESS = { on: always('success'), off: always('success') } as const;
/** The flow says that the payment was submitted, and nobody can confirm it; without the flow, nobody knows. */
const UNREACHABLE = { on: always('submitted'), off: always('unconfirmed → success') } as const;
/** The endpoint will not talk about this session: no word of the flow goes against that. */
const REFUSED = { on: always('error → success'), off: always('error → success') } as const;
/** The endpoint answers, but never with an outcome. */
const NO_OUTCOME = { on: always('unconfirmed → success'), off: always('unconfirmed → success') } as const;

export const ROWS: readonly Row[] = [
  { fault: 'none', faults: {}, ...HARMLESS },
  { fault: 'answers after 50 ms', faults: { latency: 50 }, ...HARMLESS },
  { fault: 'never answers', faults: { hang: true }, hangs: true, ...UNREACHABLE },
  { fault: 'connection breaks', faults: { drop: true }, ...UNREACHABLE },
  { fault: 'no CORS headers', faults: { noCors: true }, ...UNREACHABLE },
  { fault: '400', faults: { http: 400 }, on: always('error'), off: always('error') },
  { fault: '401', faults: { http: 401 }, ...REFUSED },
  { fault: '403', faults: { http: 403 }, ...REFUSED },
  { fault: '404', faults: { http: 404 }, ...REFUSED },
  { fault: 'session not found', faults: { notFound: true }, ...REFUSED },
  { fault: '408', faults: { http: 408 }, ...UNREACHABLE },
  { fault: '425', faults: { http: 425 }, ...UNREACHABLE },
  { fault: '429', faults: { http: 429 }, ...UNREACHABLE },
  { fault: '429 with Retry-After: 40', faults: { http: 429, retryAfter: 40 }, ...UNREACHABLE },
  { fault: '500', faults: { http: 500 }, ...UNREACHABLE },
  { fault: '503 with Retry-After: 20', faults: { http: 503, retryAfter: 20 }, ...UNREACHABLE },
  { fault: '500, twice', faults: { http: 500, times: 2 }, ...HARMLESS },
  { fault: '404, twice', faults: { http: 404, times: 2 }, ...HARMLESS },
  { fault: 'HTML', faults: { malformed: 'html' }, ...UNREACHABLE },
  { fault: 'JSON cut short', faults: { malformed: 'truncated' }, ...UNREACHABLE },
  { fault: 'fields of wrong types', faults: { malformed: 'wrong-types' }, ...UNREACHABLE },
  { fault: 'empty body', faults: { malformed: 'empty' }, ...UNREACHABLE },
  { fault: 'an array', faults: { malformed: 'array' }, ...UNREACHABLE },
  { fault: '`null`', faults: { malformed: 'null' }, ...UNREACHABLE },
  { fault: 'another session’s success', faults: { otherSession: true }, ...UNREACHABLE },
  { fault: 'lags by two answers', faults: { lag: 2 }, ...HARMLESS },
  { fault: 'says `Initiated` for ever', faults: { status: 'Initiated', statusDetails: 'EFT0101' }, ...NO_OUTCOME },
  { fault: 'an unknown status', faults: { status: 'Settled', statusDetails: 'EFT0999' }, ...NO_OUTCOME },
  { fault: 'a success in other letters', faults: { status: 'COMPLETED', statusDetails: 'eft0301' }, ...NO_OUTCOME },
  {
    fault: 'says that the agreement is unsigned',
    faults: { status: 'Completed', statusDetails: 'EFT0302' },
    on: always('signature'),
    off: always('signature'),
  },
  {
    fault: 'says that there is no guarantee',
    faults: { status: 'Failed', statusDetails: 'EFT0402' },
    on: always('failed'),
    off: always('failed'),
  },
  { fault: 'details: 500', faults: { detailsHttp: 500 }, ...HARMLESS },
  { fault: 'messages are strings of JSON', faults: { jsonMessages: true }, ...HARMLESS },
  { fault: 'messages say `step`', faults: { lowerCaseStep: true }, ...HARMLESS },
  { fault: 'frames around the flow forge messages', faults: { hostile: true }, ...HARMLESS },
];
