/** Which answers get which headers. */
export interface SecurityHeaderOptions {
  /** Whether people reach this installation over https: then browsers are told to stay there. */
  https: boolean;
  /** Development mode evaluates code and speaks over a web socket. */
  dev: boolean;
}

/** The headers that every answer carries. */
export function baseHeaders({ https }: SecurityHeaderOptions): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Invite links are secrets in a path: other sites are not told from where somebody came.
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ];
  if (https) headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']);
  return headers;
}

/** The policy of answers that are not pages: nothing in them may run or load. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of one page. Scripts run only with the nonce of this answer (or loaded by one that has it). Styles may be
 * inline: charts, toasts and floating menus set style attributes, which no nonce can allow.
 */
export function pagePolicy(nonce: string, { https, dev }: SecurityHeaderOptions): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

const dataPath = /^\/(?:v4|api|healthz|readyz|metrics|_next\/static)(?:\/|$)/;

/** Whether a path answers programs or serves a file, and so needs no nonce. */
export const isDataPath = (path: string): boolean => dataPath.test(path);
