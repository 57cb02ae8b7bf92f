import { readFlowMessage } from '../protocol/flow-message.js';

/** Where trusted messages come from. */
export interface FlowSource {
  /** Exact origins. */
  readonly origins: readonly string[];
  /** The flow's windows, where they are known. */
  readonly windows: readonly MessageEventSource[];
}

/** Who listens to the flow. */
export interface FlowEar {
  /** What it wants to hear about. */
  readonly address: { readonly sessionId: string };
  readonly sources: readonly FlowSource[];
  /** A trusted message came. */
  heard(step: string): void;
  /** Another message came; present where somebody wants to know why it is passed over. */
  readonly log: Log | undefined;
}

/** Takes note of what a developer may want to know. */
export type Log = (what: string) => void;

/**
 * Hands on the step of a trusted message about a session. The origin must be one of a source's, and the sender one of its
 * windows; once any window is known, a source without one is no way around it. All else is passed over in silence.
 */
export function hearMessage(event: MessageEvent<unknown>, ear: FlowEar): void {
  if (!isTrusted(event, ear.sources)) {
    ear.log?.(`ignored a message of ${event.origin || 'no origin'}: not the flow’s origin, or another window`);
    return;
  }
  const step = readFlowMessage(event.data, ear.address.sessionId);
  if (step) ear.heard(step);
  else ear.log?.('ignored a message of the flow: no step, or of another session');
}

function isTrusted({ origin, source }: MessageEvent, sources: readonly FlowSource[]): boolean {
  const isWindowKnown = sources.some(({ windows }) => windows.length > 0);
  return sources.some(
    ({ origins, windows }) => origins.includes(origin) && (!isWindowKnown || windows.some(known => known === source)),
  );
}
