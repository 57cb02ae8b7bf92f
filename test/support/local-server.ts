import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A test's own server, on a port that was free. */
export interface LocalServer {
  readonly origin: string;
  /** Ends the requests that still wait, too. */
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
