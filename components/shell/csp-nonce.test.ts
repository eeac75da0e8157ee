import { describe, expect, it } from 'vitest';
import { cspNonce } from './csp-nonce.ts';

const headers = (policy?: string) => new Headers(policy ? { 'content-security-policy': policy } : {});

describe('the nonce of a request', () => {
  it('is read from the policy', () => {
    expect(cspNonce(headers("default-src 'self'; script-src 'self' 'nonce-aB3+/9=='"))).toBe('aB3+/9==');
  });

  it('is absent without a policy or a nonce in it', () => {
    expect(cspNonce(headers())).toBeUndefined();
    expect(cspNonce(headers("script-src 'self'"))).toBeUndefined();
    expect(cspNonce(headers(`script-src 'nonce-"><script>'`))).toBeUndefined();
  });
});
