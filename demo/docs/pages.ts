/** The pages of the documentation, in their order, and the Markdown that each is made from. */
export interface DocsPage {
  /** Its address is `/demo/docs/{name}.html`. */
  readonly name: string;
  readonly title: string;
  readonly group: 'Begin' | 'Build' | 'Rely on it' | 'The project';
  /** From the root of the repository. */
  readonly file: string;
  /** Only what stands below this heading of the file. */
  readonly section?: string;
  /** The script of its live part, beside this file. */
  readonly script?: string;
}

export const pages: readonly DocsPage[] = [
  { name: 'index', title: 'Five-minute start', group: 'Begin', file: 'docs/start.md' },
  { name: 'playground', title: 'Playground', group: 'Begin', file: 'docs/playground.md', script: 'playground.ts' },
  { name: 'api', title: 'API reference', group: 'Build', file: 'README.md', section: 'API' },
  { name: 'styling', title: 'Styling', group: 'Build', file: 'docs/styling.md', script: 'styling.ts' },
  { name: 'languages', title: 'Languages and texts', group: 'Build', file: 'docs/languages.md' },
  { name: 'forms', title: 'Forms', group: 'Build', file: 'docs/forms.md' },
  { name: 'frameworks', title: 'npm and frameworks', group: 'Build', file: 'docs/frameworks.md' },
  { name: 'checkouts', title: 'Checkouts in frameworks', group: 'Build', file: 'demo/frameworks/README.md' },
  { name: 'server', title: 'The server’s part', group: 'Build', file: 'docs/server.md' },
  { name: 'merchant', title: 'A merchant’s server', group: 'Build', file: 'demo/merchant-server/README.md' },
  { name: 'security', title: 'Security and CSP', group: 'Rely on it', file: 'docs/security.md' },
  { name: 'threats', title: 'Threat model', group: 'Rely on it', file: 'SECURITY.md' },
  { name: 'troubleshooting', title: 'Troubleshooting', group: 'Rely on it', file: 'docs/troubleshooting.md' },
  { name: 'phases', title: 'Phases, codes, messages', group: 'Rely on it', file: 'docs/phases.md' },
  { name: 'faults', title: 'Under every fault', group: 'Rely on it', file: 'docs/faults.md' },
  { name: 'benchmarks', title: 'Measured beside others', group: 'Rely on it', file: 'docs/benchmarks.md' },
  { name: 'versions', title: 'Versions', group: 'The project', file: 'docs/versions.md' },
  { name: 'contributing', title: 'Contributing', group: 'The project', file: 'CONTRIBUTING.md' },
  { name: 'changelog', title: 'Changelog', group: 'The project', file: 'CHANGELOG.md' },
];

export function addressOf({ name }: DocsPage): string {
  return name === 'index' ? './' : `${name}.html`;
}
