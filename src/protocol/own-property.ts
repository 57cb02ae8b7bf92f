/** Whether a table itself has a key: what `Object.prototype` has, or was given, counts for nothing. */
export function hasKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}

/**
 * The value of an own property, or `undefined`. Whatever comes over the wire is read through here; a getter or a proxy
 * that throws is the same as no property.
 */
export function ownProperty(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null && hasKey(value, key) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}

/** An own property that is a text and says something, else `null`. */
export function ownText(value: unknown, key: string): string | null {
  const text = ownProperty(value, key);
  return typeof text === 'string' && text ? text : null;
}

/** An own property that is an amount of money, in dollars, else `null`. */
export function ownAmount(value: unknown, key: string): number | null {
  const amount = ownProperty(value, key);
  return typeof amount === 'number' && amount >= 0 && amount < Infinity ? amount : null;
}
