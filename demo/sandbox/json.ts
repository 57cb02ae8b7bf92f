/** Reading JSON that others wrote. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the fields of an object one by one; what is wrong with them is kept, not thrown, so that one answer can name it. */
export class FieldReader {
  readonly problems: string[];
  readonly #source: JsonObject;
  readonly #path: string;
  readonly #seen = new Set<string>();

  constructor(source: JsonObject, path = '', problems: string[] = []) {
    this.#source = source;
    this.#path = path;
    this.problems = problems;
  }

  has(key: string): boolean {
    return this.#source[key] !== undefined;
  }

  isText(key: string): boolean {
    return typeof this.#source[key] === 'string';
  }

  requiredText(key: string): string {
    const value = this.#take(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.problems.push(
      value === undefined || value === null || value === ''
        ? `Missing required field: ${this.#name(key)}`
        : `${this.#name(key)} must be a string`,
    );
    return '';
  }

  text<Fallback>(key: string, fallback: Fallback): string | Fallback {
    const value = this.#take(key);
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'string') return value;
    return this.#wrong(key, 'a string', fallback);
  }

  number<Fallback>(key: string, fallback: Fallback, { min = 0 } = {}): number | Fallback {
    const value = this.#take(key);
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'number' && Number.isFinite(value) && value >= min) return value;
    return this.#wrong(key, `a number from ${String(min)} up`, fallback);
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.#take(key);
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'boolean') return value;
    return this.#wrong(key, 'true or false', fallback);
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.#take(key);
    if (value === undefined || value === null) return fallback;
    const found = choices.find(choice => choice === value);
    return found ?? this.#wrong(key, `one of ${choices.join(', ')}`, fallback);
  }

  object(key: string): FieldReader {
    const value = this.#take(key);
    const path = this.#name(key);
    if (isObject(value)) return new FieldReader(value, path, this.problems);
    if (value !== undefined && value !== null) this.problems.push(`${path} must be an object`);
    return new FieldReader({}, path, this.problems);
  }

  /** For bodies of the sandbox's own: a misspelt field should be noticed. */
  nothingElse(): void {
    for (const key of Object.keys(this.#source)) {
      if (!this.#seen.has(key)) this.problems.push(`Unknown field: ${this.#name(key)}`);
    }
  }

  #take(key: string): unknown {
    this.#seen.add(key);
    return this.#source[key];
  }

  #name(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }

  #wrong<Fallback>(key: string, expected: string, fallback: Fallback): Fallback {
    this.problems.push(`${this.#name(key)} must be ${expected}`);
    return fallback;
  }
}
