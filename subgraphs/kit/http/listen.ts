import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Opens the server's port.
 * @returns its URL
 * @throws an Error that names the variable whose value is wrong
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`PORT must be free, but something listens at ${host}:${port}.`);
  if (error.code === 'EACCES') return new Error(`PORT must be one that may be opened, but ${port} may not.`);
  return new Error(
    `HOST must be an address of this machine, but got: ${host} (${error.code ?? error.message}).`,
  );
}
