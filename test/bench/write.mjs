// @ts-check
/** The page of benchmarks: what was measured and how, then the figures of the run that writes it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { adyenPolling, root } from './bundles.mjs';
import { asMarkdown, targetTable } from './print.mjs';
import { tables } from './report.mjs';

const page = join(root, 'docs', 'benchmarks.md');

/** @param {import('./report.mjs').Results} results @param {import('./report.mjs').Target[]} targets */
export async function writePage(results, targets) {
  const { delay, throttleTime, throttleInterval } = adyenPolling();
  const text = `# Benchmarks

Made by \`npm run bench -- --write\`; do not edit by hand. ${results.machine}; ${results.peers.join(', ')}.

${asMarkdown(targetTable(targets)).replace('### ', '## ')}

## What is compared

- **flinks-geft-status**: the CDN module, as it is shipped.
- **(a) The floor**: the least that Lit and \`@lit/task\` can do of the same work, \`test/bench/contenders/floor.js\`. It asks for the status once and puts it into words: no messages, no polling, no second language, no steps, no form.
- **(b) \`@github/relative-time-element\`**, **(d) \`altcha\`**: as their packages are.
- **(c) \`@google-pay/button-element\`**: the script that it loads from Google, and that draws the button, cannot be had on a closed network. The least that the element asks for takes its place; Google's own cost is not in the figures. It cannot be written in the markup (its properties have to be set before it is on the page), so a script puts it there.
- **(e) Adyen's await component** (\`@adyen/adyen-web\`, as its MB Way payment shows it), with its style sheet, in an element of its own, its hosts replaced by the local server, without analytics. It shows a spinner until its first answer, and its first words after it. Neither it nor \`altcha\` was made to be on a page a thousand times: for them it ends at a hundred.

Each is one self-contained module, made with the same tools; the element's own cuts into Lit are its own, and so is the line by which Chromium compiles it while it loads (without it, first words were between 1.06 and 1.17 × the floor, medians of 21 pages each). All come from a local server without compression; status requests go to a route with a fixed answer, and no other host can be reached.

## How it is measured

All contenders take turns, in every round in another order, each time in a page of a new browser context, so that nothing is cached. The figures are medians; “×” is the ratio to the floor, or to the loop of the reference page. A quarter of the CPU is Chromium's own throttling. Words are there when a text that is not blank is in the element or its shadow tree; time in scripts and tasks is the main thread's own, which other processes do not add to. Heap is what is left after collection, less what was there before.

“All of one session” are 1,000 elements that watch the same payment: they share one watcher and one request. Targets are judged by the others, for each of which there is a session and a request, as for the floor. Their words are there sooner than the floor's, because the element asks only when all that were put on the page together are rendered; Chromium takes a third of a millisecond to begin a request.

## The simulated payments

The shipped element, the shipped await component and the loop of Flinks' reference page “Session Status” (a request every 30 seconds, 20 times, to a terminal status) live through the same payments, on a clock that jumps from one event to the next. What is assumed, in \`test/bench/payments.mjs\`, since nobody publishes such figures:

- Of 100 payments 74 succeed, 12 are declined, 3 payers ask for other ways to pay, 5 leave without signing, 3 are canceled by the API, and 3 expire, ten minutes after the last that was heard of them.
- A success takes between one and five minutes, in nine messages (eight without a second factor, which 30 % do not need). 40 % of those with one look for it elsewhere, and the page is hidden meanwhile.
- The endpoint answers in 80 to 400 ms. It knows the outcome when the flow says so; after one ending in four, up to 8 seconds later.
- The page is left one minute after the outcome.

“With messages” all of them arrive; the loop and the await component hear none. Adyen's await component asks every ${delay} s, after ${throttleTime} s every ${throttleInterval} s (\`STATUS_INTERVAL\`, \`THROTTLE_TIME\`, \`THROTTLE_INTERVAL\` in \`dist/es/components/MBWay/components/MBWayAwait/config.js\` of the package). An outcome that is on show before the endpoint knows it (\`declined\`, by the flow's own word) counts as no delay.

## What the targets run into

**Requests with messages.** A payment that is watched from its first moment and confirmed by the endpoint costs two requests: one when the element comes to the page, one after the flow's last message. The loop of the reference page costs one for each half minute. A fifth of that is two requests only where payments take more than four and a half minutes; the rest of the figure are silences of more than 30 seconds (a payer who looks for a second factor, or reads the agreement) and endings that the endpoint learns of late.

**Time to outcome** is judged by the median. On average it is 0.13 × the loop's: after one ending in four the endpoint has to be asked again, ten seconds later; if it lags after every ending, the median is 0.33 ×, and the floor is what is waited for.

**Requests without messages** are judged on the average. Single payments cost more than with the loop (column “more”): an unsigned agreement is watched on, since it may still be signed, where the loop takes \`Completed\` for the end; and a page that comes back into view asks at once.

## Figures

${tables(results).map(asMarkdown).join('\n\n')}
`;
  const config = await resolveConfig(page);
  await writeFile(page, await format(text, { ...config, filepath: page }));
}
