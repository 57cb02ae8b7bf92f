// Static text all through: it needs none of the checks of Lit's own tag. The name is for the tools that know it.
const css = String.raw;

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: 24em;
    min-inline-size: 0;
    --accent: var(--geft-accent, light-dark(#1f4fa3, #a5c4ff));
    --paper: var(--geft-background, Canvas);
    --tone: var(--accent);
  }
  :host([hidden]) {
    display: none;
  }
  div[part] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em 1em;
    align-content: start;
    min-block-size: 9em;
    padding: 1.25em;
    border: 1px solid color-mix(in srgb, var(--tone) 35%, var(--paper));
    border-radius: var(--geft-radius, 12px);
    background: color-mix(in srgb, var(--tone) 5%, var(--paper));
    color: var(--geft-text, CanvasText);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .good {
    --tone: var(--geft-good, light-dark(#0b6b3a, #6fd79f));
  }
  .bad {
    --tone: var(--geft-bad, light-dark(#a3231b, #ffaaa2));
  }
  .careful {
    --tone: var(--geft-careful, light-dark(#7a4b00, #f3c46b));
  }
  svg {
    grid-row: span 2;
    inline-size: 2.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  svg,
  [part='title'],
  [aria-current] {
    color: var(--tone);
  }
  .working circle {
    stroke-dasharray: 50 20;
    transform-origin: center;
  }
  @media (prefers-reduced-motion: no-preference) {
    .working circle {
      animation: 1.5s linear infinite turn;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  p,
  dl,
  ol {
    margin: 0;
    padding: 0;
  }
  [role='alert'],
  ol,
  dl,
  button,
  [part='hint'] {
    grid-column: 2;
  }
  [part='title'] {
    font-size: 1.125em;
    font-weight: 600;
  }
  ol {
    display: flex;
    gap: 0.5em;
    list-style: none;
    font-size: 0.875em;
  }
  li {
    flex: 1;
    padding-block-start: 0.5em;
    border-block-start: 3px solid var(--tone);
  }
  [aria-current] {
    font-weight: 600;
  }
  [aria-current] ~ li {
    border-block-start-style: dotted;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25em 1em;
  }
  dt {
    opacity: 0.8;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  button {
    justify-self: start;
    padding: 0.75em 1.5em;
    border: 0;
    border-radius: inherit;
    background: var(--tone);
    color: var(--paper);
    font: inherit;
  }
  :disabled {
    opacity: 0.6;
  }
  @container (width < 30em) {
    li:not([aria-current]) {
      flex: 0 1 1.5em;
      overflow: hidden;
      text-indent: 100%;
      white-space: nowrap;
    }
  }
  @media print {
    button,
    ol,
    [part='hint'],
    [name='flow'] {
      display: none;
    }
  }
`;
