import { describe, expect, test } from 'vitest';
import { authorizationHeader, signatureBase } from './oauth1.ts';

describe('a signature', () => {
  // RFC 5849, section 3.4.1.1. Its body is a form, whose parameters are signed like those of a query.
  test('is made over the text that the standard prints', () => {
    const address = 'http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2+q';
    const oauth = {
      oauth_consumer_key: '9djdj82h48djs9d2',
      oauth_token: 'kkk9d7dh3k39sjv7',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131201',
      oauth_nonce: '7d8f3e4a',
    };
    expect(signatureBase('post', address, oauth)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D' +
        '%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1' +
        '%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  const keys = { realm: '1234567_SB1', consumerKey: 'ck!', consumerSecret: "s'(*)", token: 'tk', tokenSecret: 'ü&=' };
  const once = { nonce: 'abcdef123456', timestamp: 1_700_000_000 };
  const signatureOf = (method: string, address: string) =>
    /oauth_signature="([^"]+)"/.exec(authorizationHeader(keys, method, address, once))?.[1];

  // Computed with an independent implementation of RFC 5849.
  test.each([
    [
      'POST',
      'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/query/v1/suiteql?limit=1000&offset=0',
      'hfS4AEETXbx0kx7IJw9i/WcOMeNtsTetBiwb9AEDfgI=',
    ],
    [
      'GET',
      'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/record/v1/customer/eid:A%20b%2Fc',
      'M0kfeAQMTJgtnoPegHIHPMVn/rT5MmR6RHn0DEQA7is=',
    ],
    [
      'PATCH',
      'http://127.0.0.1:4010/services/rest/record/v1/customer/7?replace=addressBook',
      's35J3zkTB7GtW2mCme+/EzCH18sr1AlvDtAEPGFxyyM=',
    ],
    ['GET', 'https://a.example/x?a1=2&a=1&a=0&%C3%BC=%26', 'kbGR961PFd8jGGH1PgAS7poSij3q8528eKs/GpI47qA='],
    [
      'POST',
      'https://a.example:8443/services/rest/record/v1/customerPayment',
      'DjDtZfq6ZcL8ekYEfZSQX7pPnvjtO3JicNWYfF2g3z0=',
    ],
  ])('of %s %s is %s', (method, address, signature) => {
    expect(decodeURIComponent(signatureOf(method, address) ?? '')).toBe(signature);
  });

  test('is HMAC-SHA256, and the realm stands beside it', () => {
    const header = authorizationHeader(keys, 'GET', 'https://a.example/x', once);
    expect(header).toMatch(/^OAuth realm="1234567_SB1", oauth_consumer_key="ck%21", /);
    expect(header).toContain('oauth_signature_method="HMAC-SHA256"');
    const elsewhere = authorizationHeader({ ...keys, realm: 'OTHER' }, 'GET', 'https://a.example/x', once);
    expect(elsewhere.replace('OTHER', '1234567_SB1')).toBe(header);
  });

  test('is never made twice with one nonce', () => {
    const nonceOf = () =>
      /oauth_nonce="(\w+)"/.exec(authorizationHeader(keys, 'GET', 'https://a.example/x'))?.[1] ?? '';
    const nonces = Array.from({ length: 50 }, nonceOf);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^\w{6,64}$/);
  });
});
