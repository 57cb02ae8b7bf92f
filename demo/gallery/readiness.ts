import type { Snapshot } from '../../src/index.js';
import { rephrase } from './bilingual.js';
import type { Staged } from './stage.js';

/** In milliseconds; the slowest case takes half of it. */
const PATIENCE = 60_000;

/** Says whether every case shown is what it is meant to be: in words, and as `data-ready` of the whole page. */
export class Readiness {
  readonly #output: HTMLElement;
  #shown: readonly Staged[] = [];
  #isLate = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(output: HTMLElement, events: EventTarget) {
    this.#output = output;
    for (const type of ['geft-change', 'geft-error']) events.addEventListener(type, () => void this.update());
  }

  expect(shown: readonly Staged[]): void {
    this.#shown = shown;
    this.#isLate = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isLate = true;
      void this.update();
    }, PATIENCE);
    void this.update();
  }

  async update(): Promise<void> {
    await Promise.all(this.#shown.flatMap(({ elements }) => elements.map(status => status.updateComplete)));
    const missing = this.#shown.filter(staged => !isReached(staged));
    for (const staged of this.#shown) staged.section.toggleAttribute('data-missing', missing.includes(staged));
    document.documentElement.toggleAttribute('data-ready', missing.length === 0);
    this.#output.classList.toggle('trouble', this.#isLate && missing.length > 0);
    this.#say(this.#shown.length - missing.length, missing.map(({ example }) => example.id).join(', '));
  }

  #say(reached: number, missing: string): void {
    const count = `${reached}/${this.#shown.length}`;
    if (!missing) rephrase(this.#output, [`${count} cases reached.`, `${count} cas atteints.`]);
    else if (this.#isLate) {
      rephrase(this.#output, [
        `${count} cases; not reached: ${missing}.`,
        `${count} cas; pas atteints\u00a0: ${missing}.`,
      ]);
    } else {
      rephrase(this.#output, [
        `${count} cases; on the way: ${missing} (half a minute at most).`,
        `${count} cas; en route\u00a0: ${missing} (une demi-minute au plus).`,
      ]);
    }
  }
}

function isReached({ elements, example: { wanted } }: Staged): boolean {
  return elements.length > 0 && elements.every(({ snapshot }) => says(snapshot, wanted));
}

function says(snapshot: Snapshot, wanted: Partial<Snapshot>): boolean {
  return Object.entries(wanted).every(([field, value]) => Reflect.get(snapshot, field) === value);
}
