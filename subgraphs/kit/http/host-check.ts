import { isLoopback } from '../config';

/**
 * Whether a request is meant for this server, by its `Host` header. A web page can bring a name of its own to a loopback
 * address (DNS rebinding) and would then read and write as this machine's user; its requests carry that name.
 * A server that listens beyond loopback takes every name, unless names are given.
 * @param hostHeader `localhost:4000`; undefined where there is none, which no browser sends
 * @param listenHost the address that the server listens on
 * @param names further names of the server, such as a reverse proxy's: `["plan.example.cn"]`
 */
export function isOwnHost(
  hostHeader: string | undefined,
  listenHost: string,
  names: readonly string[] = [],
): boolean {
  if (hostHeader === undefined) return true;
  if (names.length === 0 && !isLoopback(listenHost)) return true;
  const name = hostName(hostHeader);
  return name !== undefined && (isLoopback(name) || name === listenHost || names.includes(name));
}

/** `LOCALHOST:4000` → `localhost`, `[::1]:4000` → `::1`; undefined where the header is no name with an optional port. */
function hostName(hostHeader: string): string | undefined {
  const [, address, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d*)?$/i.exec(hostHeader) ?? [];
  return (address ?? name)?.toLowerCase();
}
