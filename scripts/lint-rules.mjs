// @ts-check
/**
 * Do the rules still bite? A table of code that must be reported, and of code that must not, tried against the
 * project's own ESLint configuration: above all the one direction in which the rooms may import each other.
 */
import { ESLint } from 'eslint';

const imports = '@typescript-eslint/no-restricted-imports';

/** @type {[file: string, forbidden: string[], allowed: string[]][]} What each room may import, and what not. */
const rooms = [
  [
    'src/protocol/x.ts',
    [
      'lit',
      '@lit/task',
      'node:fs',
      '../watch/watch-state.js',
      '../locale/en.js',
      '../element/present.js',
      '../index.js',
      './../watch/watch-state.js',
      '../../demo/shop/dom.js',
      'type ../watch/watch-state.js',
    ],
    ['./session-status.js'],
  ],
  [
    'src/watch/x.ts',
    [
      'lit',
      'lit/decorators.js',
      '@lit/task',
      '@lit/reactive-element',
      '../locale/en.js',
      '../element/present.js',
      '../index.js',
      '../protocol/../element/present.js',
      'type ../element/present.js',
      'type lit',
    ],
    ['./watch-state.js', '../protocol/session-status.js', 'type ../protocol/session-status.js'],
  ],
  [
    'src/locale/x.ts',
    [
      'lit',
      '../protocol/session-status.js',
      '../watch/watch-state.js',
      '../element/present.js',
      'type ../element/present.js',
      'type lit',
    ],
    ['./en.js', 'type ../watch/watch-state.js', 'type ../protocol/session-status.js'],
  ],
  [
    'src/element/x.ts',
    ['../index.js', '../../demo/shop/dom.js', '../../test/support/x.js', 'sinon', 'lit-html', 'lithium'],
    [
      './styles.js',
      'lit',
      'lit/decorators.js',
      '@lit/task',
      '../watch/watch-state.js',
      '../protocol/session-status.js',
      '../locale/en.js',
    ],
  ],
  ['src/index.ts', ['lit', '../demo/x.js', 'sinon'], ['./element/flinks-geft-status.js', './locale/en.js']],
  [
    'demo/shop/x.ts',
    [
      '../../src/watch/watch-state.js',
      '../../src/element/styles.js',
      '/src/element/styles.js',
      '../../dist/index.js',
      '../../src/protocol/session-status.js',
    ],
    ['../../src/index.js', '../../src/protocol/index.js', '../sandbox/types.js', 'vite', 'node:http'],
  ],
  [
    'test/e2e/x.test.ts',
    ['../../src/element/present.js', '../../src/locale/en.js'],
    ['../../src/index.js', '../../demo/sandbox/types.js', '../support/x.js', 'playwright/test'],
  ],
  [
    'test/protocol/x.test.ts',
    ['../../src/watch/watch-state.js', '../../src/element/present.js', 'lit'],
    ['../../src/protocol/session-status.js', '@open-wc/testing', 'fast-check', '../support/x.js'],
  ],
  [
    'test/watch/x.test.ts',
    ['../../src/element/present.js', '../../src/locale/en.js', 'lit'],
    ['../../src/watch/watch-state.js', '../../src/protocol/session-status.js', 'sinon'],
  ],
  ['test/element/x.test.ts', [], ['../../src/element/present.js', '../../src/locale/en.js', 'lit']],
];

/** @type {[file: string, code: string, rule: string | null][]} Other rules of the house; `null`: nothing is wrong. */
const others = [
  ['src/protocol/x.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['src/watch/x.ts', 'export const a = <T>(b: unknown): T => b as T;', '@typescript-eslint/consistent-type-assertions'],
  ['src/watch/x.ts', 'export const a = { b: 1 } as const;', null],
  ['src/element/x.ts', 'export const a = (b?: string): string => b!;', '@typescript-eslint/no-non-null-assertion'],
  ['src/element/x.ts', "export const a = (): unknown => import('./styles.js');", 'no-restricted-syntax'],
  ['src/element/x.ts', "export let a: import('./styles.js').A;", '@typescript-eslint/consistent-type-imports'],
  ['src/watch/x.ts', "export * from '../element/present.js';", imports],
  ['src/watch/x.ts', "export { a } from '../element/present.js';", imports],
  ['src/watch/x.ts', "import '../element/present.js';", imports],
  ['src/protocol/x.ts', 'export const a = (): unknown => document.title;', 'no-restricted-globals'],
  ['src/protocol/x.ts', "export const a = (): unknown => fetch('/');", 'no-restricted-globals'],
  ['test/watch/x.test.ts', "it.only('a', () => {});", 'no-restricted-syntax'],
  ['test/watch/x.test.ts', 'expect(1).to.be.ok;', null],
  [
    'src/element/x.ts',
    `export function a(b: number): number {\n${'  b += 1;\n'.repeat(60)}  return b;\n}`,
    'max-lines-per-function',
  ],
];

const cases = [
  ...rooms.flatMap(([file, forbidden, allowed]) => [
    ...forbidden.map(from => ({ file, code: importing(from), rule: imports })),
    ...allowed.map(from => ({ file, code: importing(from), rule: null })),
  ]),
  ...others.map(([file, code, rule]) => ({ file, code, rule })),
];

/** @param {string} from a module, or `type` and a module */
function importing(from) {
  return from.startsWith('type ')
    ? `import type { A } from '${from.slice(5)}';\nexport type B = A;\n`
    : `import { a } from '${from}';\nexport const b: unknown = a;\n`;
}

const tried = new Set([imports, ...others.map(([, , rule]) => rule)]);
tried.add('@typescript-eslint/no-unused-expressions');

// The files of the table do not exist, so there are no types to be had: only rules that need none are tried.
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => tried.has(ruleId),
});

/** @type {string[]} */
const wrong = [];
for (const { file, code, rule } of cases) {
  const [result] = await eslint.lintText(code, { filePath: file });
  const found = [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
  const fits = rule === null ? found.length === 0 : found.includes(rule);
  if (!fits) wrong.push(`${file}: expected ${rule ?? 'nothing'}, found ${found.join(', ') || 'nothing'}, in\n${code}`);
}

if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exitCode = 1;
}
console.log(`${String(cases.length - wrong.length)} of ${String(cases.length)} lint rules hold`);
