import type { ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

// One observer for all: the browser walks every observer of a tree at every mutation in it.
const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** Renders an element anew when the language that it stands in may be another one. Restarts nothing. */
export function followLang(host: Host): void {
  host.addController({
    hostConnected() {
      hosts.add(host);
      host.requestUpdate();
      observer ??= new MutationObserver(() => {
        for (const each of hosts) each.requestUpdate();
      });
      for (let root = host.getRootNode(); ; root = root.host.getRootNode()) {
        observer.observe(root, { attributeFilter: ['lang'], subtree: true });
        if (!(root instanceof ShadowRoot)) break;
      }
    },
    hostDisconnected() {
      hosts.delete(host);
      if (!hosts.size) observer?.disconnect();
    },
  });
}
