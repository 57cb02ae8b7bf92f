/** A text with each `{name}` replaced by the value of that name; `undefined` where there is none, or where a value is not known. */
export function fill(text: unknown, values: Readonly<Record<string, string | null>>): string | undefined {
  const whole = typeof text === 'string' ? text : undefined;
  return Object.entries(values).reduce((filled, [name, value]) => {
    const place = `{${name}}`;
    if (!filled?.includes(place)) return filled;
    return value ? filled.replaceAll(place, () => value) : undefined;
  }, whole);
}
