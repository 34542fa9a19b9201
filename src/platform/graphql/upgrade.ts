import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { graphqlPath } from './http-route.js';

type Refused = '403 Forbidden' | '404 Not Found' | '503 Service Unavailable';

/** Why a request to open a socket is refused, or undefined. */
export const refusalOfUpgrade = (
  request: Pick<IncomingMessage, 'url' | 'headers'>,
  allowedOrigins: readonly string[],
): Refused | undefined => {
  const url = URL.parse(request.url ?? '', 'http://any');
  if (url?.pathname !== graphqlPath) return '404 Not Found';
  return isWelcome(request.headers, allowedOrigins) ? undefined : '403 Forbidden';
};

/** A browser names the page's origin: a page of another host must have been allowed. */
const isWelcome = (
  { origin, host }: IncomingMessage['headers'],
  allowedOrigins: readonly string[],
): boolean =>
  origin === undefined || allowedOrigins.includes(origin) || URL.parse(origin)?.host === host;

/** Answers the request and closes its connection. */
export const refuseUpgrade = (socket: Duplex, status: Refused): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
};
