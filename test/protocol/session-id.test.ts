import { expect } from '../support/expect.js';
import { isSessionId } from '../../src/protocol/session-id.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';

describe('a session id is a UUID', () => {
  for (const id of [SESSION, SESSION.toUpperCase(), '00000000-0000-0000-0000-000000000000', crypto.randomUUID()]) {
    it(id, () => expect(isSessionId(id)).to.be.true);
  }

  const others: unknown[] = [
    '',
    ' ',
    'session',
    `${SESSION} `,
    ` ${SESSION}`,
    `${SESSION}\n`,
    `{${SESSION}}`,
    `urn:uuid:${SESSION}`,
    `${SESSION}/../../other`,
    SESSION.slice(1),
    `${SESSION}0`,
    SESSION.replaceAll('-', ''),
    SESSION.replace('a', 'g'),
    SESSION.replaceAll('-', '_'),
    SESSION.replace('a', 'а'), // a Cyrillic one
    null,
    undefined,
    42,
    [SESSION],
    Object(SESSION),
    { toString: () => SESSION },
  ];
  for (const [index, other] of others.entries()) {
    it(`not this (${index}): ${String(other).slice(0, 60)}`, () => expect(isSessionId(other)).to.be.false);
  }
});
