// @ts-check
/**
 * The rules of the house. What keeps the rooms apart (`may`) is tried by `scripts/lint-rules.mjs`, so that a rule
 * that no longer bites is noticed.
 */
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const scripts = ['**/*.{js,mjs}'];

/** Names a script gets from Node rather than from the language. */
const nodeGlobals = ['AbortSignal', 'Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'process', 'setTimeout'];

/**
 * The one direction of imports: what a room may import, the rest it may not. Types may come from further rooms than code may.
 *
 * @param {readonly string[]} starts
 * @param {{ types?: string[], because: string }} more
 */
function may(starts, { types = [], because }) {
  const patterns = [
    { regex: `^(?!${among([...starts, ...types])})`, message: because },
    ...(types.length > 0 ? [{ regex: `^${among(types)}`, message: because, allowTypeImports: true }] : []),
  ];
  return restricted(patterns);
}

/**
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
function restricted(patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/** One of these, and from there no way back up. @param {string[]} starts */
function among(starts) {
  return `(?:${starts.map(start => start.replaceAll('.', '\\.')).join('|')})(?!.*\\.\\./)`;
}

/** The packages the element is built on. */
const libraries = ['lit$', 'lit/', '@lit/task$'];

/** @param {string[]} names */
function none(names) {
  return names.map(name => ({ name, message: 'This room is pure: no DOM, no clock, no network.' }));
}

export default defineConfig(
  // `test/package/consumers/` is compiled beside the installed package, which is not there yet.
  globalIgnores([
    'test/package/consumers/',
    'demo/frameworks/angular/dist/',
    'dist/',
    'node_modules/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'coverage/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off', // unions are types, what is implemented is an interface
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },

  {
    files: ['src/**/*.ts'],
    rules: {
      complexity: ['error', 15],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'One module, loaded at once.' }],
    },
  },
  {
    files: ['src/protocol/**'],
    rules: {
      ...may(['./'], { because: 'protocol imports nothing but itself.' }),
      'no-restricted-globals': [
        'error',
        ...none(['window', 'document', 'navigator', 'location', 'fetch', 'setTimeout', 'setInterval', 'performance']),
      ],
    },
  },
  {
    files: ['src/watch/**'],
    rules: may(['./', '../protocol/'], { because: 'watch imports only protocol and itself: no Lit, no words.' }),
  },
  {
    files: ['src/locale/**'],
    rules: may(['./'], {
      types: ['../protocol/', '../watch/'],
      because: 'locale imports only itself, and types from protocol and watch.',
    }),
  },
  {
    files: ['src/element/**'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
    rules: may(['./', '../protocol/', '../watch/', '../locale/', ...libraries], {
      because: 'element imports the other rooms and Lit, nothing else.',
    }),
  },
  {
    files: ['src/*.ts'],
    rules: may(['./protocol/', './watch/', './locale/', './element/'], {
      because: 'The package is made of its rooms.',
    }),
  },

  {
    files: ['demo/**', 'test/e2e/**', 'test/matrix/**'],
    rules: restricted([
      {
        regex: '(?:^|/)src/(?!(?:protocol/)?index(?:\\.js|\\.ts)?$)|(?:^|/)dist/',
        message: 'The demo and the tests that use it know only the public face of the package: its entries.',
      },
    ]),
  },
  { files: ['demo/**'], rules: { 'no-console': 'off' } },
  // They take the package by its name, from a dist/ that may be in the making: scripts/frameworks.mjs checks their types.
  { files: ['demo/frameworks/**'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['demo/frameworks/plain/*.js'], rules: { 'no-undef': 'off' } },
  ...[
    { room: 'protocol', knows: ['protocol'] },
    { room: 'watch', knows: ['protocol', 'watch'] },
    { room: 'locale', knows: ['protocol', 'watch', 'locale'] },
  ].map(({ room, knows }) => ({
    files: [`test/${room}/**`],
    rules: restricted([
      {
        regex: `(?:^|/)src/(?!(?:${knows.join('|')})/)|^lit(?:$|/)|(?:^|/)demo/`,
        message: `The tests of ${room} know only what ${room} itself may know.`,
      },
    ]),
  })),

  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai's properties assert
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // sinon's matchers and what JSON.parse gives
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(?:describe|it|test)$/][property.name='only']",
          message: 'One test alone is no test run.',
        },
      ],
    },
  },

  {
    files: scripts,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map(name => [name, 'readonly'])) },
    rules: { 'no-console': 'off' },
  },
  { files: ['demo/docs/samples/**/*.js'], rules: { 'no-undef': 'off' } }, // pieces of a page
  { files: ['test/bench/{contenders,page}/**'], rules: { 'no-undef': 'off' } }, // for the browser, and nobody's types
);
