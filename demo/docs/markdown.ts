/**
 * Markdown, as far as the documentation uses it: headings, paragraphs, lists, tables, fenced code, pictures, links, and
 * blocks of plain HTML. Runs where the pages are made, never in a browser.
 */

/** What the address of a link becomes; text alone, where there is nothing to go to. */
export type Target = { readonly href: string } | { readonly path: string };

export interface Options {
  readonly link: (address: string) => Target;
  readonly image: (address: string) => string;
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  /** As HTML. */
  readonly words: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

const PATTERNS = {
  fence: /^```(\w*)$/,
  heading: /^(#{1,4}) (.*)$/,
  row: /^\|(.*)\|$/,
  item: /^(?:-|\d+\.) (.*)$/,
  html: /^<[a-z]/,
  comment: /^<!--.*-->$/,
} as const;

export function renderMarkdown(text: string, options: Options): Rendered {
  const headings: Heading[] = [];
  const lines = text.split('\n');
  const blocks: string[] = [];
  const inline = (words: string): string => renderInline(words, options);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const heading = PATTERNS.heading.exec(line);
    if (line === '' || PATTERNS.comment.test(line)) continue;
    if (heading) {
      const [, marks = '', words = ''] = heading;
      const found = { level: marks.length, id: slug(words), words: inline(words) };
      headings.push(found);
      blocks.push(`<h${found.level} id="${found.id}">${found.words}</h${found.level}>`);
    } else if (PATTERNS.fence.test(line)) blocks.push(code(line, lines));
    else if (PATTERNS.row.test(line)) blocks.push(table([line, ...take(lines, PATTERNS.row)], inline));
    else if (PATTERNS.item.test(line)) blocks.push(list(line, lines, inline));
    else if (PATTERNS.html.test(line)) blocks.push([line, ...takeUntilBlank(lines)].join('\n'));
    else blocks.push(`<p>${inline([line, ...takeParagraph(lines)].join(' '))}</p>`);
  }
  return { html: blocks.join('\n'), headings };
}

/** As GitHub makes it, so that a link works in both places. */
function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function code(fence: string, lines: string[]): string {
  const [, language = ''] = PATTERNS.fence.exec(fence) ?? [];
  const body: string[] = [];
  for (let line = lines.shift(); line !== undefined && line !== '```'; line = lines.shift()) body.push(line);
  const name = language ? ` data-language="${language}"` : '';
  return `<div class="code"><pre tabindex="0"${name}><code>${escapeHtml(body.join('\n'))}</code></pre></div>`;
}

function table(rows: readonly string[], inline: (words: string) => string): string {
  const [head = [], , ...body] = rows.map(cells);
  const names = head.map(inline);
  const plain = names.map(name => name.replaceAll(/<[^>]*>/g, ''));
  const lines = body.map((row, number) => {
    const columns = row.map((cell, index) => {
      if (index > 0) return `<td data-label="${plain[index] ?? ''}">${inline(cell)}</td>`;
      return cell === '' ? '' : `<th scope="row"${span(body, number)}>${inline(cell)}</th>`;
    });
    return `<tr>${columns.join('')}</tr>`;
  });
  const heads = names.map(name => (name ? `<th scope="col">${name}</th>` : '<td></td>')).join('');
  return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}

/** A row without a name of its own belongs to the one above. */
function span(rows: readonly (readonly string[])[], number: number): string {
  const below = rows.slice(number + 1).findIndex(([name]) => name !== '');
  const rest = below < 0 ? rows.length - number - 1 : below;
  return rest > 0 ? ` rowspan="${rest + 1}"` : '';
}

function cells(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
}

function list(first: string, lines: string[], inline: (words: string) => string): string {
  const tag = first.startsWith('-') ? 'ul' : 'ol';
  const items: string[] = [];
  for (let line: string | undefined = first; line !== undefined; line = nextItem(lines)) {
    const [, words = ''] = PATTERNS.item.exec(line) ?? [];
    items.push([words, ...take(lines, /^ +\S/)].map(part => part.trim()).join(' '));
  }
  return `<${tag}>\n${items.map(item => `<li>${inline(item)}</li>`).join('\n')}\n</${tag}>`;
}

function nextItem(lines: string[]): string | undefined {
  return PATTERNS.item.test(lines[0] ?? '') ? lines.shift() : undefined;
}

function take(lines: string[], pattern: RegExp): string[] {
  const end = lines.findIndex(line => !pattern.test(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function takeUntilBlank(lines: string[]): string[] {
  return take(lines, /./);
}

function takeParagraph(lines: string[]): string[] {
  return take(lines, /^(?![#|<]|```|- |\d+\. |$)/);
}

const INLINE =
  /`(?<code>[^`]+)`|!\[(?<alt>[^\]]*)\]\((?<src>[^\s)]+)\)|\[(?<words>(?:`[^`]*`|[^\]])+)\]\((?<href>[^\s)]+)(?:\s+(?:'[^']*'|"[^"]*"))?\)|\*\*(?<strong>.+?)\*\*|\*(?<em>[^*\s][^*]*)\*/u;

function renderInline(text: string, options: Options): string {
  const match = INLINE.exec(text);
  if (!match) return escapeHtml(text);
  const rest = renderInline(text.slice(match.index + match[0].length), options);
  return escapeHtml(text.slice(0, match.index)) + marked(match.groups ?? {}, options) + rest;
}

function marked(found: Partial<Record<string, string>>, options: Options): string {
  const { code: source, alt, src, words, href, strong, em } = found;
  const inner = (part: string): string => renderInline(part, options);
  if (source !== undefined) return `<code>${breakable(source)}</code>`;
  if (src !== undefined) return `<img src="${escapeHtml(options.image(src))}" alt="${escapeHtml(alt ?? '')}" />`;
  if (strong !== undefined) return `<strong>${inner(strong)}</strong>`;
  if (em !== undefined) return `<em>${inner(em)}</em>`;
  const target = options.link(href ?? '');
  if ('href' in target) return `<a href="${escapeHtml(target.href)}">${inner(words ?? '')}</a>`;
  const path = `<code class="file">${breakable(target.path)}</code>`;
  const isNamed = words?.endsWith('`') && target.path.endsWith(words.slice(1, -1));
  return isNamed ? path : `${inner(words ?? '')} (${path})`;
}

/** Long names may be broken where they are joined, and nowhere else. */
function breakable(name: string): string {
  return escapeHtml(name).replaceAll(/(?<=\w[_/.])(?=\w)/g, '<wbr>');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
