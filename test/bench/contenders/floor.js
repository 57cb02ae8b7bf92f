/**
 * The floor: the least that Lit and its Task can do of the same work. It asks for the status once and puts it into words;
 * no messages, no polling, no second language, no steps.
 */
import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';

const WORDS = {
  Initiated: 'Your payment is in progress',
  Completed: 'Your payment is scheduled',
  Failed: 'Your payment was not accepted',
};

class BenchFloor extends LitElement {
  static properties = { sessionId: { attribute: 'session-id' }, baseUrl: { attribute: 'base-url' } };

  static styles = css`
    :host {
      display: block;
    }
    p {
      margin: 0;
      padding: 1em;
      border: 1px solid;
      border-radius: 12px;
    }
  `;

  #status = new Task(this, {
    args: () => [this.baseUrl, this.sessionId],
    task: async ([baseUrl, sessionId], { signal }) => {
      const response = await fetch(`${baseUrl}/api/v2/sessions/${sessionId}/status`, { signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.json();
    },
  });

  render() {
    return html`<p role="status">
      ${this.#status.render({
        pending: () => 'Your payment is being looked up',
        complete: ({ status }) => WORDS[status] ?? status,
        error: () => 'Your payment could not be looked up',
      })}
    </p>`;
  }
}

customElements.define('bench-floor', BenchFloor);
