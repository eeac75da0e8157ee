import { describe, expect, test } from 'vitest';
import { misfit } from './misfit.ts';
import { decodablePath } from './path.ts';
import { refuse } from './serve.ts';
import { tinyApi } from './testing/tiny-api.ts';

describe('what no router may get', () => {
  test.each([
    '/v4/core/%E0%A4%A',
    '/v4/core/%',
    '/v4//core',
    '/v4/core/',
    '/v4/core/1/?limit=1',
    '/v4/core/..',
    '/v4/%2E/core',
    '/v4/core\\x/\\',
  ])('the path %s is not found', (url) => {
    expect(misfit('GET', url)?.message).toBe('Path not found');
  });

  test.each(['TRACE', 'PROPFIND', 'get', 'QUERY'])('the method %s is not allowed, and says which are', (method) => {
    const fault = misfit(method, '/v4/core/companies');
    expect(fault?.is('method-not-allowed') && fault.details.allow).toContain('PATCH');
  });

  test.each(['/v4', '/v4/core/companies', '/v4/core/%E4%B8%AD?search=%E0%A4%A', '/v4/core/a%2Fb?x=//'])(
    '%s passes',
    (url) => {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
        expect(misfit(method, url)).toBeNull();
      }
    },
  );
});

test('a refusal has the shape, the headers and the request id of its dialect', async () => {
  const fault = misfit('TRACE', '/tiny/things');
  const request = new Request('http://api.test/tiny/things', {
    headers: { 'x-request-id': 'f3b1a0f2-6a3c-4b52-9d3e-0c8f6b1c2d3e' },
  });
  const answer = fault && (await refuse(tinyApi().dialect, request, fault));
  expect([answer?.status, answer?.headers.Allow, answer?.headers['X-Left']]).toEqual([
    405,
    'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
    '1000',
  ]);
  expect(JSON.parse(answer?.body ?? '')).toEqual({
    code: 'method-not-allowed',
    message: 'TRACE is not allowed here',
    requestId: 'f3b1a0f2-6a3c-4b52-9d3e-0c8f6b1c2d3e',
  });
});

test('a path that can not be decoded means itself, and its query stays as it is', () => {
  expect(decodablePath('/companies/%E0%A4%A?q=%zz?')).toBe('/companies/%25E0%25A4%25A?q=%zz?');
  expect(decodablePath('/companies/%E4%B8%AD?q=%zz')).toBe('/companies/%E4%B8%AD?q=%zz');
});
