import { sendKeys } from '@web/test-runner-commands';
import { realTimeout, settle } from './time.js';

/** How long the runner waits for its own server. That is not for the stopped clock to measure. */
const PATIENCE_OF_THE_RUNNER = 20_000;

/** A real press of the key that `KeyboardEvent.key` calls so, and what comes of it. */
export async function press(key: string): Promise<void> {
  const stopped = window.setTimeout;
  const pick = (...[handler, delay, ...more]: Parameters<typeof window.setTimeout>): number =>
    (delay === PATIENCE_OF_THE_RUNNER ? realTimeout : stopped)(handler, delay, ...(more as unknown[]));
  Object.assign(window, { setTimeout: pick });
  try {
    await sendKeys({ press: key });
  } finally {
    Object.assign(window, { setTimeout: stopped });
  }
  await settle();
}
