/** A page of the documentation, whole: its Markdown, and around it what all of them have. */
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path/posix';
import { escapeHtml, renderMarkdown, type Heading, type Target } from './markdown.js';
import { addressOf, pages, type DocsPage } from './pages.js';

export interface Surroundings {
  /** The repository's folder, with `/` between names. */
  readonly root: string;
  /** Whether the demo is there too, and the sandbox: with `npm start`, not in what `npm run build:docs` makes. */
  readonly isLive: boolean;
}

export async function renderPage(page: DocsPage, around: Surroundings): Promise<string> {
  const text = sectionOf(page, await readFile(join(around.root, page.file), 'utf8'));
  const { html, headings } = renderMarkdown(text, {
    link: address => targetOf(address, page, around),
    image: address => `/${normalize(join(dirname(page.file), address))}`,
  });
  return layout(page, html, headings, around);
}

/** A section has its heading as the title of the page; the ones below move up with it. */
function sectionOf({ file, section }: DocsPage, text: string): string {
  if (section === undefined) return text;
  const from = text.indexOf(`\n## ${section}\n`);
  if (from < 0) throw new Error(`${file} has no section “${section}”.`);
  const end = text.indexOf('\n## ', from + 1);
  return text.slice(from + 1, end < 0 ? undefined : end).replaceAll(/^#(#+ )/gm, '$1');
}

/** A page of the documentation, a page of the demo where there is one, or the name of a file. */
function targetOf(address: string, from: DocsPage, { isLive }: Surroundings): Target {
  if (/^(?:[a-z]+:|#)/.test(address)) return { href: address };
  const [path = '', hash = ''] = address.split('#');
  const file = normalize(join(dirname(from.file), path));
  const page = pages.find(each => each.file === file);
  if (page) return { href: addressOf(page) + (hash && `#${hash}`) };
  return isLive && file.endsWith('.html') ? { href: `/${file}` } : { path: file };
}

function layout(page: DocsPage, html: string, headings: readonly Heading[], { isLive }: Surroundings): string {
  const title = `${page.title} · flinks-geft-status`;
  const scripts = ['docs.ts', ...(page.script === undefined ? [] : [page.script])];
  const nav = navigation(page, headings);
  return `<!doctype html>
<html lang="en-CA">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    ${isLive ? '' : policy}
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/demo/shop/shop.css" />
    <link rel="stylesheet" href="/demo/docs/docs.css" />
    ${scripts.map(script => `<script type="module" src="/demo/docs/${script}"></script>`).join('\n    ')}
  </head>
  <body class="docs">
    <a class="skip" href="#content">Skip to the text</a>
    <header class="site-header">
      <a class="brand" href="./"><span class="brand-mark" aria-hidden="true"></span>flinks-geft-status</a>
      ${isLive ? demoLinks : ''}
    </header>
    <details class="menu">
      <summary>All pages <span class="here">${escapeHtml(page.title)}</span></summary>
      <nav aria-label="Documentation">${nav}</nav>
    </details>
    <div class="frame">
      <nav class="sidebar" aria-label="Documentation">${nav}</nav>
      <main id="content" class="text" tabindex="-1" data-page="${page.name}">
${html}
        ${neighbours(page)}
      </main>
    </div>
    <footer class="site-footer"><p>An independent project, neither made nor endorsed by Flinks.</p></footer>
  </body>
</html>
`;
}

/** What the demo's server sends as a header; it has to allow the sandbox and Vite's own socket, this does not. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; connect-src 'self'; require-trusted-types-for 'script'" />`;

const demoLinks = `<nav aria-label="Demo"><ul>
        <li><a href="/">Demo</a></li>
        <li><a href="/demo/checkout.html">Checkout</a></li>
        <li><a href="/demo/gallery.html">Gallery</a></li>
      </ul></nav>`;

function navigation(here: DocsPage, headings: readonly Heading[]): string {
  const groups = [...new Set(pages.map(({ group }) => group))];
  return groups
    .map(group => {
      const links = pages
        .filter(page => page.group === group)
        .map(page => entry(page, page === here ? headings : null));
      return `<p class="group">${group}</p>\n<ul>${links.join('\n')}</ul>`;
    })
    .join('\n');
}

/** The page that is open shows what is in it, too. */
function entry(page: DocsPage, headings: readonly Heading[] | null): string {
  const title = escapeHtml(page.title);
  if (headings === null) return `<li><a href="${addressOf(page)}">${title}</a></li>`;
  const inside = headings
    .filter(({ level }) => level === 2)
    .map(({ id, words }) => `<li><a href="#${id}">${words}</a></li>`);
  const list = inside.length > 1 ? `<ul>${inside.join('')}</ul>` : '';
  return `<li><a href="${addressOf(page)}" aria-current="page">${title}</a>${list}</li>`;
}

function neighbours(page: DocsPage): string {
  const index = pages.indexOf(page);
  const link = (other: DocsPage | undefined, rel: string, words: string): string =>
    other ? `<a rel="${rel}" href="${addressOf(other)}"><span>${words}</span> ${escapeHtml(other.title)}</a>` : '';
  const links = link(pages[index - 1], 'prev', 'Before:') + link(pages[index + 1], 'next', 'Next:');
  return `<nav class="neighbours" aria-label="Neighbouring pages">${links}</nav>`;
}
