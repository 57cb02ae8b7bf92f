import { useSyncExternalStore } from 'react';

/**
 * False while React takes over what a server has rendered: then it hands neither properties nor listeners to a custom
 * element. With the render after that, and on pages that React has made itself from the first, it does.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

/** It never changes back. */
function subscribe(): () => void {
  return () => undefined;
}
