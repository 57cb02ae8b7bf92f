import { hasKey } from '../protocol/own-property.js';

type Values = Readonly<Record<string, string | null>>;

/** A text with `{name}` replaced by the value of that name; `undefined` where there is none, or where a value is not known. */
export function fill(text: string | undefined, values: Values): string | undefined {
  let isWhole = true;
  const filled = text?.replaceAll(/\{(\w+)\}/g, (name, key: string) => {
    const value = hasKey(values, key) ? values[key] : name;
    isWhole &&= !!value;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}
