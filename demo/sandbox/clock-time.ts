/** The time of day, for developers: `15:04:05` in any language. */
export function clockTime(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
