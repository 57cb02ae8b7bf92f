import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers; `body` becomes JSON. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A refusal with a status code; its message is safe to show to the page. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function asAnswer(error: unknown): Answer {
  if (!(error instanceof Refusal)) console.error(error);
  const { status, code, message } =
    error instanceof Refusal ? error : new Refusal(500, 'internal_error', 'The shop made a mistake.');
  return { status, body: { error: code, error_description: message } };
}

/** No answer is for a cache, and none for pages of another origin: there is no CORS header anywhere. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

const bodyLimit = 10_000;

/** The bytes as they came: a signature is over these, not over what was read out of them. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A refusal still has to reach whoever sends too much.
  const arriving: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of arriving) {
    size += chunk.length;
    if (size > bodyLimit) throw new Refusal(413, 'too_large', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal(400, 'invalid_request', 'The request is not JSON.');
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
