// @ts-check
/** Tables for a terminal and for a page. */

/** @typedef {import('./report.mjs').Table} Table */
/** @typedef {import('./report.mjs').Target} Target */

/** @param {Table} table */
export function asText({ title, note, head, rows }) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map(row => [...(row[column] ?? '')].length)));
  const lines = all.map(row =>
    row
      .map((cell, column) =>
        isNumber(cell, column, head) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [`\n${title}`, note, ...lines.map(line => line.trimEnd())].join('\n');
}

/** @param {Table} table */
export function asMarkdown({ title, note, head, rows }) {
  const rule = head.map((_, column) => (column === 0 || isText(rows, column) ? '---' : '---:'));
  return [`### ${title}`, '', note, '', ...[head, rule, ...rows].map(row => `| ${row.join(' | ')} |`)].join('\n');
}

/** @param {Target[]} targets @returns {Table} */
export function targetTable(targets) {
  return {
    title: 'Targets',
    note: 'Met or missed in this run, by medians.',
    head: ['target', 'figure', 'verdict'],
    rows: targets.map(({ what, figure, isMet }) => [what, figure, isMet ? 'met' : 'MISSED']),
  };
}

/** @param {string} cell @param {number} column @param {string[]} head */
function isNumber(cell, column, head) {
  return column > 0 && (/^[\d.,]+$|^NaN$|^never$/.test(cell) || /^(×|n)$/.test(head[column] ?? ''));
}

/** @param {string[][]} rows @param {number} column */
function isText(rows, column) {
  return rows.some(row => !/^[\d.,]+$|^NaN$|^never$/.test(row[column] ?? ''));
}
