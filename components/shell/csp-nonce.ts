/** The nonce of this request, from the Content-Security-Policy that the web process put on the request. */
export function cspNonce(headers: { get(name: string): string | null }): string | undefined {
  const policy = headers.get('content-security-policy') ?? headers.get('content-security-policy-report-only') ?? '';
  return /'nonce-([A-Za-z0-9+/=_-]+)'/.exec(policy)?.[1];
}
