// @ts-check
/** TypeScript, as strict as it gets, over one file of a project: what it says of that file and of the package's types. */
import { sep } from 'node:path';
import ts from 'typescript';

/** @type {Readonly<Record<string, import('typescript').CompilerOptions>>} The two ways in which projects find packages. */
export const resolutions = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** @type {import('typescript').CompilerOptions} */
const strict = {
  target: ts.ScriptTarget.ES2022,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
};

const browser = ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'];
export const server = ['lib.es2022.d.ts'];

/** Files are read and parsed once for each resolution; there are thousands of lines of DOM. */
/** @type {Map<string, import('typescript').SourceFile | undefined>} */
const parsed = new Map();

/**
 * @param {string} file
 * @param {keyof typeof resolutions} resolution
 * @param {string[]} lib
 * @returns {string} all complaints; empty where there are none
 */
export function complaints(file, resolution, lib = browser) {
  // Where no JSX is, nothing may bring React's types along: they declare names of the DOM.
  const jsx = file.endsWith('.tsx') ? { jsx: ts.JsxEmit.ReactJSX } : {};
  const options = { ...strict, ...resolutions[resolution], ...jsx, lib };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const key = `${resolution} ${name}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, ...rest));
    return parsed.get(key);
  };
  const program = ts.createProgram([file], options, host);
  const package_ = `${sep}node_modules${sep}flinks-geft-status${sep}`;
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName === file || fileName.includes(package_));
  const found = [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap(source => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]),
  ];
  return ts.formatDiagnostics(found, host);
}
