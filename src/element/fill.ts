/** A text with each `{name}` replaced by the value of that name; `undefined` where there is none, or where a value is not known. */
export function fill(text: string | null, values: Readonly<Record<string, () => string | null>>): string | undefined {
  return Object.entries(values).reduce((filled, [name, value]) => {
    const place = `{${name}}`;
    if (!filled?.includes(place)) return filled;
    const known = value();
    return known ? filled.replaceAll(place, () => known) : undefined;
  }, text ?? undefined);
}
