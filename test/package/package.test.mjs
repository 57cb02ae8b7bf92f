// @ts-check
/** The package as a merchant gets it: packed, installed in an empty project, type-checked there, and run. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { complaints, resolutions, server } from './type-check.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const name = 'flinks-geft-status';

/** What may be in the tarball; each has to be there. */
const wanted = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^(?:CHANGELOG|SECURITY)\.md$/,
  /^docs\/[a-z]+\.md$/,
  /^custom-elements\.json$/,
  /^dist\/index\.(?:js|d\.ts)$/,
  /^dist\/(?:element|locale|protocol|watch)\/[a-z-]+\.(?:js|d\.ts)$/,
  /^dist\/frameworks\/(?:react|preact|solid|svelte|vue)\.d\.ts$/,
  /^dist\/cdn\/flinks-geft-status(?:\.iife)?\.js$/,
  /^dist\/cdn\/integrity\.json$/,
  /^dist\/vscode\.(?:html|css)-custom-data\.json$/,
  /^dist\/web-types\.json$/,
];
const largest = { packed: 125_000, unpacked: 475_000 };

/** Frameworks come with their types; they are those of this project, as linked packages. */
const frameworks = ['@types/react', 'csstype', 'preact', 'solid-js', 'svelte', 'vue'];

/** @typedef {{ filename: string, size: number, unpackedSize: number, files: { path: string }[] }} Packed */

let folder = '';
let project = '';
/** @type {Packed} */
let packed;

before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'package-')));
  project = join(folder, 'project');
  await mkdir(project);
  const { stdout } = await npm(root, 'pack', '--json', '--pack-destination', folder);
  [packed] = JSON.parse(stdout);
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npm(project, 'install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed.filename));
});

after(() => rm(folder, { recursive: true, force: true }));

/** @param {string} cwd @param {...string} args */
function npm(cwd, ...args) {
  return run('npm', [...args, '--ignore-scripts'], { cwd, shell: process.platform === 'win32' });
}

/** Runs a module in a project. @param {string} code @param {string} [cwd] */
async function node(code, cwd = project) {
  const args = ['--input-type=module', '--eval', code];
  const { stdout, stderr } = await run(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] } });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

/** @param {string} file of the installed package */
async function read(file) {
  return JSON.parse(await readFile(join(project, 'node_modules', name, file), 'utf8'));
}

describe('the tarball', () => {
  it('holds what is needed, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    assert.deepEqual(
      paths.filter(path => !wanted.some(pattern => pattern.test(path))),
      [],
      'not wanted',
    );
    assert.deepEqual(
      wanted.filter(pattern => !paths.some(path => pattern.test(path))),
      [],
      'missing',
    );
  });

  it('is small', () => {
    assert.ok(packed.size < largest.packed, `${String(packed.size)} bytes packed`);
    assert.ok(packed.unpackedSize < largest.unpacked, `${String(packed.unpackedSize)} bytes unpacked`);
  });

  it('holds each file that package.json names', async () => {
    const { exports, customElements, 'web-types': webTypes } = await read('package.json');
    const named = JSON.stringify([exports, customElements, webTypes]).match(/(?<=")[^"]*\.(?:js|json|ts)(?=")/g) ?? [];
    const paths = new Set(packed.files.map(({ path }) => path));
    assert.ok(named.length > 15);
    // Subpaths that end in `.json` are keys as well as files.
    assert.deepEqual(
      named.map(file => file.replace('./', '')).filter(file => !paths.has(file)),
      [],
    );
  });

  it('has Chromium compile the one-file builds as a whole, while they load', async () => {
    for (const file of ['flinks-geft-status.js', 'flinks-geft-status.iife.js']) {
      const text = await readFile(join(project, 'node_modules', name, 'dist', 'cdn', file), 'utf8');
      assert.match(text, /^\/\/# allFunctionsCalledOnLoad\n/);
    }
  });

  for (const [tool, args] of [
    ['publint/src/cli.js', ['--strict']],
    ['@arethetypeswrong/cli/dist/index.js', ['--profile', 'esm-only']],
  ]) {
    it(`${String(tool).replace(/\/(?:src|dist).*/, '')} finds nothing`, async () => {
      const command = [join(root, 'node_modules', String(tool)), join(folder, packed.filename), ...args];
      await run(process.execPath, command).catch((/** @type {{ stdout: string }} */ { stdout }) => assert.fail(stdout));
    });
  }
});

describe('types', () => {
  before(async () => {
    for (const framework of frameworks) {
      const link = join(project, 'node_modules', framework);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(root, 'node_modules', framework), link, 'junction');
    }
    await cp(join(root, 'test', 'package', 'consumers'), project, { recursive: true });
  });

  for (const resolution of Object.keys(resolutions)) {
    for (const file of ['dom.ts', 'element.ts', 'react.tsx', 'preact.tsx', 'solid.tsx', 'svelte.ts', 'vue.ts']) {
      it(`${file}, ${resolution}`, () => assert.equal(complaints(join(project, file), resolution), ''));
    }
    it(`protocol.ts without a DOM, ${resolution}`, () => {
      assert.equal(complaints(join(project, 'protocol.ts'), resolution, server), '');
    });
  }
});

describe('in Node, without a DOM', () => {
  it('the package and the class can be imported; only the package defines the tag', async () => {
    const code = `
      const { FlinksGeftStatus } = await import('${name}/element');
      const before = typeof customElements.get('${name}');
      const whole = await import('${name}');
      const react = await import('${name}/react');
      console.log(JSON.stringify([
        typeof document, before, customElements.get('${name}') === FlinksGeftStatus,
        whole.FlinksGeftStatus === FlinksGeftStatus, react.FlinksGeftStatus === FlinksGeftStatus, Object.keys(whole),
      ]));
    `;
    const names = ['FlinksGeftStatus', 'GeftEvent', 'registerCatalogue'];
    assert.deepEqual(await node(code), ['undefined', 'undefined', true, true, true, names]);
  });

  it('the protocol reads what Flinks sends, where there is no Lit', async () => {
    const alone = join(folder, 'alone');
    await cp(join(project, 'node_modules', name), join(alone, 'node_modules', name), { recursive: true });
    const sessionId = '7f3c1c2e-0d3b-4b0e-9d53-0f1f3a1f6a11';
    const code = `
      import * as protocol from '${name}/protocol';
      const sessionId = '${sessionId}';
      const { status, statusDetails } = protocol.readSessionStatus(
        { sessionId, status: 'Completed', statusDetails: 'EFT0301', amount: 12.5 }, sessionId);
      const details = { sessionId, amount: 12.5, payor: { account: { accountNumber: '1234567' } } };
      console.log(JSON.stringify([
        protocol.isSessionId(sessionId), protocol.isSessionId('1'), protocol.outcomeOf(status, statusDetails),
        protocol.readSessionStatus('', sessionId), protocol.readSessionDetails(details, sessionId).account,
        protocol.readFlowMessage('{"Step":"SUCCESS"}', sessionId), protocol.isFlowStep('SUCCESS'), typeof customElements,
      ]));
    `;
    const values = [true, false, 'success', 'malformed-response', '•••4567', 'SUCCESS', true, 'undefined'];
    assert.deepEqual(await node(code, alone), values);
  });
});

describe('in a bundle', () => {
  /** What a bundler makes of one line, for production. @param {string} line @returns {Promise<string>} */
  async function bundled(line) {
    const entry = join(project, 'entry.js');
    await writeFile(entry, `${line}\n`);
    const lib = { entry, formats: /** @type {['es']} */ (['es']) };
    const output = await build({ root: project, configFile: false, logLevel: 'error', build: { write: false, lib } });
    const [{ output: chunks }] = /** @type {{ output: { code?: string }[] }[]} */ (output);
    return chunks
      .map(({ code = '' }) => code)
      .join('\n')
      .trim();
  }

  for (const entry of [name, `${name}/svelte`, `${name}/cdn`]) {
    it(`an import of ${entry} for its effect keeps the definition`, async () => {
      assert.match(await bundled(`import '${entry}';`), /customElements\.define\(/);
    });
  }

  it('a class that nobody uses leaves nothing behind', async () => {
    assert.equal(await bundled(`import { FlinksGeftStatus } from '${name}/element';`), '');
  });

  it('the protocol brings neither the element nor Lit along', async () => {
    const code = await bundled(`export * from '${name}/protocol';`);
    assert.match(code, /EFT0301/);
    assert.doesNotMatch(code, /customElements|HTMLElement|lit-html|document/);
  });
});

describe('what editors are told', () => {
  it('names the attributes that the element observes', async () => {
    const code = `
      const { FlinksGeftStatus } = await import('${name}/element');
      console.log(JSON.stringify(FlinksGeftStatus.observedAttributes));
    `;
    const observed = [...(await node(code)), 'lang'].sort();
    const { tags } = await read('dist/vscode.html-custom-data.json');
    const { contributions } = await read('dist/web-types.json');
    /** @param {{ name: string }[]} items */
    const names = items => items.map(item => item.name).sort();
    assert.deepEqual(names(tags[0].attributes), observed);
    assert.deepEqual(names(contributions.html.elements[0].attributes), observed);
  });
});
