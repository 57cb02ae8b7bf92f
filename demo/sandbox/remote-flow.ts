import type { Flow, FlowTarget } from './drive-flow.js';

/** Drives the flow from the page that frames it, in engines where no automation reaches into a frame of another origin. */

export interface Order {
  readonly selector: string;
  readonly action: 'click' | 'fill' | 'wait';
  readonly text: string;
}

/** The flow in this frame, once its page has loaded. */
export async function flowIn(frame: HTMLIFrameElement): Promise<Flow> {
  const { port1: port, port2: theirs } = new MessageChannel();
  frame.contentWindow?.postMessage('take-orders', new URL(frame.src).origin, [theirs]);
  await answerOn(port);
  const order = async (selector: string, action: Order['action'], text = ''): Promise<void> => {
    const answer = answerOn(port);
    port.postMessage({ selector, action, text } satisfies Order);
    await answer;
  };
  return {
    locator: (selector): FlowTarget => ({
      click: () => order(selector, 'click'),
      fill: text => order(selector, 'fill', text),
      waitFor: () => order(selector, 'wait'),
    }),
  };
}

function answerOn(port: MessagePort): Promise<unknown> {
  return new Promise(resolve => {
    port.onmessage = resolve;
  });
}
