// @ts-check
/** From a message of the flow, which is of another origin, to the changed text. */
import { speeds, withPage } from './browser.mjs';
import { sessionNumbered } from './contenders.mjs';

/** @typedef {{ speed: string, step: string, frames: number[], milliseconds: number[] }} FrameResult */

const STEPS = [
  { step: 'SUCCESS', phase: 'confirming' },
  { step: 'GUARANTEE_FAILED', phase: 'declined' },
];

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./render.mjs').Server} server
 * @param {{ messages: number, say: (line: string) => void }} options
 */
export async function measureFrames(browser, server, { messages, say }) {
  say(`Messages to text, ${messages} of each kind`);
  /** @type {FrameResult[]} */
  const results = speeds.flatMap(({ label }) =>
    STEPS.map(({ step }) => ({ speed: label, step, frames: [], milliseconds: [] })),
  );
  for (const { label, slowdown } of speeds) {
    await withPage(browser, slowdown, async page => {
      await page.goto(`${server.shop}/frames`, { waitUntil: 'load' });
      for (let message = 0; message < messages * STEPS.length; message += 1) {
        const { step, phase } = STEPS[message % STEPS.length] ?? { step: '', phase: '' };
        const call = [server.flow, sessionNumbered(message), step].map(each => JSON.stringify(each)).join();
        /** @type {{ frames: number, milliseconds: number, phase: string }} */
        const heard = await page.evaluate(`hear(${call})`);
        if (heard.phase !== phase) throw new Error(`After ${step} the phase is ${heard.phase}, not ${phase}.`);
        const result = results.find(each => each.speed === label && each.step === step);
        result?.frames.push(heard.frames);
        result?.milliseconds.push(heard.milliseconds);
      }
    });
  }
  return results;
}
