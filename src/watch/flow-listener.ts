import { readFlowMessage } from '../protocol/flow-message.js';

/** Where trusted messages come from. */
export interface FlowSource {
  /** Exact origins. */
  readonly origins: readonly string[];
  /** The flow's windows, where they are known. */
  readonly windows: readonly MessageEventSource[];
}

/**
 * Hands on the step of every trusted message about a session. The origin must be one of a source's, and the sender one
 * of its windows; once any window is known, a source without one is no way around it. All else is passed over in silence.
 */
export function listenToFlow(
  sessionId: string,
  sources: () => readonly FlowSource[],
  hear: (step: string) => void,
  signal: AbortSignal,
): void {
  const listener = (event: MessageEvent<unknown>): void => {
    if (!isTrusted(event, sources())) return;
    const step = readFlowMessage(event.data, sessionId);
    if (step) hear(step);
  };
  window.addEventListener('message', listener, { signal });
}

function isTrusted({ origin, source }: MessageEvent, sources: readonly FlowSource[]): boolean {
  const isWindowKnown = sources.some(({ windows }) => windows.length > 0);
  return sources.some(
    ({ origins, windows }) => origins.includes(origin) && (!isWindowKnown || windows.some(known => known === source)),
  );
}
