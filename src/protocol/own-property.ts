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
