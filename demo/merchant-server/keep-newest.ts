/** The server's memory has an end: lets go of the oldest entries of a map. */
export function keepNewest(entries: Map<string, unknown>, count = 10_000): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= count) break;
    entries.delete(oldest);
  }
}
