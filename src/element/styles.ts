// Static text all through: it needs none of the checks of Lit's own tag. The name is for the tools that know it.
const css = String.raw;

export const styles = css`
  :host {
    --tone: var(--geft-accent, light-dark(#14a, #acf));
    display: block;
    container-type: inline-size;
    /* What it asks for where its width is its own to say, as in a flex row. */
    contain-intrinsic-width: 24em;
    min-width: 0;
    text-align: start;
  }
  /* A flow can be read at once; what the page says of its iframe goes before this. */
  ::slotted(iframe:not([width], [height])) {
    width: 100%;
    height: 40em;
    border: 0;
  }
  :host([hidden]),
  p:empty {
    display: none;
  }
  div[part] {
    display: flex;
    gap: 1em;
    padding: 1.25em;
    border: 1px solid;
    border-radius: var(--geft-radius, 12px);
    background: var(--geft-background, Canvas);
    color: var(--tone);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  .good {
    --tone: var(--geft-good, light-dark(#063, #6d9));
  }
  .bad {
    --tone: var(--geft-bad, light-dark(#a11, #faa));
  }
  .careful,
  .unsure {
    --tone: var(--geft-careful, light-dark(#740, #fc6));
  }
  svg {
    flex: none;
    width: 2.25em;
    height: 2.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  button,
  [part='title'],
  [aria-current] {
    color: var(--tone);
    font-weight: 600;
  }
  [part='title'] {
    font-size: 1.125em;
  }
  .working circle {
    stroke-dasharray: 50 20;
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Beside a payer at work in the flow, for minutes, nothing should move. */
    :host(:state(confirming)) svg {
      animation: 1.5s linear infinite turn;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  svg + div {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.75em;
    align-items: start;
    min-width: 0;
    /* As much as most phases need: what is below stays where it is. */
    min-height: 5.25em;
    color: var(--geft-text, CanvasText);
  }
  p,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol {
    display: flex;
    align-self: stretch;
    gap: 0.5em;
    font-size: 0.875em;
    /* No bullets: with none, Safari would take it for no list. */
    list-style: '';
    counter-reset: step;
  }
  li {
    counter-increment: step;
    flex: 1;
    border-top: 3px solid var(--tone);
  }
  [aria-current]::before {
    content: counter(step) '/5 ';
  }
  [aria-current] ~ li {
    border-top-style: dotted;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    gap: 0 1em;
  }
  button {
    padding: 0.75em 1.25em;
    border: 2px solid;
    border-radius: var(--geft-radius, 12px);
    background: none;
    font: inherit;
  }
  :disabled {
    opacity: 0.5;
  }
  dd {
    font-weight: 600;
  }
  @container (width < 36em) {
    li:not([aria-current]) {
      flex: 0 1 0.75em;
      overflow: hidden;
      text-indent: 100%;
      white-space: nowrap;
    }
  }
  @container (width < 20em) {
    div[part] {
      flex-direction: column;
    }
    dl {
      grid-template-columns: 100%;
    }
    ol {
      flex-wrap: wrap;
    }
    [aria-current] {
      flex-basis: 100%;
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
