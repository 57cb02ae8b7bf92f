/** A text in an answer of the shop, which has to be there. */
export function textIn(value: unknown, name: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof text !== 'string') throw new Error(`The shop did not say its ${name}.`);
  return text;
}
