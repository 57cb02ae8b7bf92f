/** The merchant's relay of the session's details: says what a test tells it to, and remembers who asked. */
import { answersElsewhere, body, type Answer, type Asked } from './endpoint.js';
import { fullDetails } from './session-details.js';

/** Where it is. */
export const RELAY = '/relay/{sessionId}/details';

/** Details, as documented, with anything in the place of anything. */
export function detailsOf(more: object = {}): Answer {
  return request => json({ ...fullDetails(request.sessionId), ...more })(request);
}

/** A body, as JSON. */
export function json(value: unknown): Answer {
  return body(JSON.stringify(value));
}

let asked: Asked[] = [];
let queue: Answer[] = [];
let standing: Answer = detailsOf();

/** Puts the relay beside the endpoint. Until it is told otherwise, it has full details of every session. */
export function openRelay(): void {
  asked = [];
  queue = [];
  standing = detailsOf();
  answersElsewhere(request => {
    const sessionId = /[\da-f]{8}-[\da-f-]{27}/i.exec(request.url)?.[0] ?? '';
    const known = { ...request, sessionId };
    asked.push(known);
    return (queue.shift() ?? standing)(known);
  });
}

export const relay = {
  /** Answers with these in turn, then with the last of them for ever. */
  says(...answers: [Answer, ...Answer[]]): void {
    queue = answers.slice(0, -1);
    standing = answers.at(-1) ?? standing;
  },
  /** Every request so far. */
  requests(): readonly Asked[] {
    return asked;
  },
  /** When each request came, in seconds since the test began. */
  times(): readonly number[] {
    return asked.map(({ at }) => Math.round(at * 1000) / 1000);
  },
  /** The last request. */
  last(): Asked {
    const last = asked.at(-1);
    if (!last) throw new Error('Nobody has asked yet.');
    return last;
  },
};
