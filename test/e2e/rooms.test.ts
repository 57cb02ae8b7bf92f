import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EftCode, ErrorCode, FlowStep, Phase } from '../../src/index.js';
import { cases } from '../../demo/gallery/cases.js';
import { expect, test } from './harness.js';

/**
 * Who adds a phase, a code, a step, an error or a language adds it in several places. The types ask for a row here, and
 * the row asks for the places that no type asks for. CONTRIBUTING.md names them.
 */

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Where each of them has to be named, word for word. */
function isNamed(name: string, files: Readonly<Record<string, (name: string) => string | RegExp>>): void {
  for (const [file, words] of Object.entries(files)) {
    const wanted = words(name);
    const text = read(file);
    const isThere = typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    expect.soft(isThere, `${name} in ${file}, as ${String(wanted)}`).toBe(true);
  }
}

const quoted = (name: string): string => `'${name}'`;
/** The first cell of a table's row. */
const row = (name: string): RegExp => new RegExp(`^\\| \`${name}\` +\\|`, 'm');
/** Any cell. */
const cell = (name: string): RegExp => new RegExp(`^\\|.* \`${name}\` `, 'm');

const PHASES = {
  idle: true,
  waiting: true,
  confirming: true,
  signature: true,
  success: true,
  declined: true,
  left: true,
  canceled: true,
  expired: true,
  unconfirmed: true,
  error: true,
} satisfies Record<Phase, true>;

test.describe('a phase', () => {
  for (const phase of Object.keys(PHASES)) {
    test(`${phase}: its slot, its state, its row in the README, what it says, a case to see it in`, () => {
      isNamed(phase, {
        'README.md': name => new RegExp(`^### Phases$[^]*?^\\| \`${name}\` `, 'm'),
        'src/element/flinks-geft-status.ts': name => new RegExp(`@slot ${name} - [^]*@cssstate ${name} - `),
        'docs/styling.md': row,
        'docs/phases.md': cell,
        'test/locale/catalogues.test.ts': quoted,
      });
      expect(cases.map(({ wanted }) => wanted.phase)).toContain(phase);
    });
  }
});

const CODES = {
  EFT0101: true,
  EFT0301: true,
  EFT0302: true,
  EFT0401: true,
  EFT0402: true,
  EFT0403: true,
  EFT0404: true,
  EFT0501: true,
  EFT0601: true,
} satisfies Record<EftCode, true>;

/** The README names them from the first to the last. */
const FAILURES = Object.keys(CODES).filter(code => code.startsWith('EFT04'));

test.describe('an EFT code', () => {
  for (const code of Object.keys(CODES)) {
    test(`${code}: its tests, its outcome in the panel, its row in the documentation, a case to see it in`, () => {
      isNamed(code, {
        'test/protocol/session-status.test.ts': name => new RegExp(`'\\w+/${name}': '[^]*'${name}'`),
        'test/protocol/properties.test.ts': quoted,
        'demo/sandbox/panel/session-card.ts': quoted,
        'docs/phases.md': cell,
        'README.md': name => (FAILURES.includes(name) ? `\`EFT0401\` to \`${FAILURES.at(-1) ?? ''}\`` : name),
      });
      expect(
        cases.some(({ id, wanted, told }) => [id, wanted.statusDetails].includes(code) || told.includes(code)),
      ).toBe(true);
    });
  }

  test('each case of the gallery is counted', () => {
    expect(read('test/e2e/gallery.test.ts')).toContain(`const CASES = ${cases.length};`);
  });
});

const STEPS = {
  APP_MOUNTED: true,
  CONSENT_DISABLED: true,
  INSTITUTION_SELECTED: true,
  SUBMIT_CREDENTIAL: true,
  SUBMIT_MFA: true,
  ACCOUNT_SELECTED: true,
  COMPONENT_DEPOSIT_CONTINUE: true,
  GUARANTEE_OFFERED: true,
  COMPONENT_PAD_DOWNLOADED: true,
  SUCCESS: true,
  GUARANTEE_FAILED: true,
  COMPONENT_PAD_WARNING_SCREEN_EXIT: true,
  COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED: true,
  COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED: true,
} satisfies Record<FlowStep, true>;

test.describe('a step of the flow', () => {
  for (const step of Object.keys(STEPS)) {
    test(`${step}: its test, the sandbox that posts it, its row in the documentation`, () => {
      isNamed(step, {
        'test/protocol/flow-message.test.ts': step => step,
        'demo/sandbox/flow-steps.ts': quoted,
        'docs/phases.md': row,
      });
      // One that ends the flow is one that the tests of the watch play.
      const isEnding = new RegExp(`^\\| \`${step}\` +\\| \``, 'm').test(read('docs/phases.md'));
      if (isEnding) isNamed(step, { 'test/support/flow.ts': quoted });
    });
  }
});

const ERRORS = {
  'invalid-session-id': true,
  'invalid-base-url': true,
  'invalid-flow-origin': true,
  network: true,
  timeout: true,
  server: true,
  'rate-limited': true,
  'malformed-response': true,
  'session-mismatch': true,
  'bad-request': true,
  'session-not-found': true,
  'access-refused': true,
  'attempts-spent': true,
  'details-unavailable': true,
} satisfies Record<ErrorCode, true>;

test.describe('an error', () => {
  for (const code of Object.keys(ERRORS)) {
    test(`${code}: its cause and its cure`, () => {
      isNamed(code, { 'docs/troubleshooting.md': row });
    });
  }

  test('no cure for an error that there is not', () => {
    const [, table = ''] = read('docs/troubleshooting.md').split('## By code');
    const told = Array.from(table.matchAll(/^\| `([a-z-]+)`/gm), ([, code = '']) => code);
    expect(told.sort()).toEqual(Object.keys(ERRORS).sort());
  });
});

test.describe('a language', () => {
  const languages = readdirSync(join(root, 'src', 'locale'))
    .filter(file => /^export const \w+: Catalogue = \{$/m.test(read(`src/locale/${file}`)))
    .map(file => file.replace('.ts', ''));

  test('there are at least two', () => {
    expect(languages.length).toBeGreaterThanOrEqual(2);
  });

  for (const language of languages) {
    test(`${language}: in reach of a tag, in the tests of the texts and of the tags, in the documentation`, () => {
      const [, tag = language] = /^ {2}lang: '([^']+)'/m.exec(read(`src/locale/${language}.ts`)) ?? [];
      const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? '';
      isNamed(language, {
        'src/locale/resolve.ts': each => `['${each}', ${each}]`,
        'test/locale/catalogues.test.ts': each => new RegExp(`^const catalogues = \\{.*: ${each}\\b`, 'm'),
        'test/locale/resolve.test.ts': quoted,
        'docs/phases.md': () => `| ${name} `,
        'docs/languages.md': () => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? '',
        'README.md': () => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? '',
      });
    });
  }
});
