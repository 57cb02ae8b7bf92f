/** Resolves with the next event of a type. */
export function once(target: EventTarget, type: string): Promise<Event> {
  return new Promise(resolve => {
    target.addEventListener(type, resolve, { once: true });
  });
}
