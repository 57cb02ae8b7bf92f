/** The matrix as a table in the docs: what the run has shown, and nothing else. */
import { expect } from '../support/expect.js';
import { readFile, writeFile } from '@web/test-runner-commands';
import { MOMENTS } from './rows.js';

const FILE = '../../docs/faults.md';

/** What a run has shown of a fault. */
export interface Told {
  readonly fault: string;
  /** With messages before, during and after; then without. */
  readonly courses: readonly string[];
  readonly errors: readonly string[];
}

const HEAD = `# What the payer reads when something goes wrong

A payer goes through the whole flow and signs. From before, during or after that, something is wrong with the status
endpoint or with the flow's messages, and stays wrong for a quarter of an hour. Where two things are named, the second is
what is read once all is well again and the payer has pressed “Check again”.

\`npm test\` plays all of this in Chromium, Firefox and WebKit, against the sandbox, and fails where this table does not say
what was read. \`npm run faults\` writes it anew.
`;

const FOOT = `- **success** is said on the endpoint's word only, **submitted** where the flow says so and nobody can confirm it.
- **unconfirmed** and **error** ask the payer not to pay again before the merchant has confirmed.
- The last column names the codes of \`geft-error\` that were told.
`;

/** The page of the docs. */
export function matrixTable(rows: readonly Told[]): string {
  const head = ['Fault', 'Messages', ...MOMENTS.map(moment => `${moment} the flow`), '`geft-error`'];
  const body = rows.flatMap(({ fault, courses, errors }) => {
    const codes = errors.map(code => `\`${code}\``).join(', ');
    const half = courses.length / 2;
    return [
      [fault, 'yes', ...courses.slice(0, half), codes],
      ['', 'no', ...courses.slice(half), ''],
    ];
  });
  return `${HEAD}\n${markdown([head, ...body])}\n\n${FOOT}`;
}

/** Rows of cells, the first of them the head, each column as wide as its widest cell. */
function markdown(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(row => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return lines.toSpliced(1, 0, rule).join('\n');
}

/** Writes the page, where that was asked for; else it must be the one that is there. */
export async function publish(page: string): Promise<void> {
  const isAskedFor = document.querySelector('meta[name=write]') !== null;
  if (isAskedFor) await writeFile({ path: FILE, content: page });
  expect(await readFile({ path: FILE })).to.equal(page);
}
