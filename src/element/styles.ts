// Static text all through: it needs none of the checks of Lit's own tag. The name is for the tools that know it.
const css = String.raw;

export const styles = css`
  :host {
    display: block;
    --tone: var(--geft-accent, light-dark(#1f4fa3, #a5c4ff));
  }
  :host([hidden]) {
    display: none;
  }
  div[part='card'] {
    padding: 1em;
    border: 1px solid var(--tone);
    border-radius: var(--geft-radius, 8px);
    background: var(--geft-background, Canvas);
    color: var(--geft-text, CanvasText);
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
  p {
    margin: 0;
  }
  [part='title'],
  [aria-current] {
    color: var(--tone);
    font-weight: 600;
  }
  button {
    padding: 1em;
    font: inherit;
  }
`;
