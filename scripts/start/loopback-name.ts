import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address to send a browser to that came by another name of this machine than PUBLIC_URL's (localhost instead of
 * 127.0.0.1): cookies belong to one name, so signing in under the other would not last. Undefined for everything else.
 */
export function otherLoopbackName(request: IncomingMessage, publicUrl: string): string | undefined {
  if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return undefined;
  const asked = `http://${request.headers.host ?? ''}`;
  if (!URL.canParse(asked)) return undefined;
  const wanted = new URL(publicUrl);
  const { hostname, port } = new URL(asked);
  const bothLoopback = loopbackNames.has(hostname) && loopbackNames.has(wanted.hostname);
  if (!bothLoopback || hostname === wanted.hostname || port !== wanted.port) return undefined;
  // Joined as text: a path such as //elsewhere must not become a host.
  return `${wanted.origin}${request.url?.startsWith('/') ? request.url : '/'}`;
}
