import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { otherLoopbackName } from './loopback-name.ts';

const page = (host: string, url = '/companies?x=1', accept = 'text/html') =>
  ({ method: 'GET', url, headers: { host, accept } }) as IncomingMessage;

test('a browser that came by another name of this machine is sent to the one its session will be for', () => {
  expect(otherLoopbackName(page('localhost:3000'), 'http://127.0.0.1:3000')).toBe(
    'http://127.0.0.1:3000/companies?x=1',
  );
  expect(otherLoopbackName(page('127.0.0.1:3000'), 'http://localhost:3000')).toBe(
    'http://localhost:3000/companies?x=1',
  );
});

test('nobody else is sent anywhere: the right name, programs, other machines, other ports', () => {
  expect(otherLoopbackName(page('127.0.0.1:3000'), 'http://127.0.0.1:3000')).toBeUndefined();
  expect(
    otherLoopbackName(page('localhost:3000', '/v4/core', 'application/json'), 'http://127.0.0.1:3000'),
  ).toBeUndefined();
  expect(otherLoopbackName(page('hub.example'), 'http://127.0.0.1:3000')).toBeUndefined();
  expect(otherLoopbackName(page('localhost:3000'), 'https://hub.example')).toBeUndefined();
  expect(otherLoopbackName(page('localhost:8080'), 'http://127.0.0.1:3000')).toBeUndefined();
  expect(otherLoopbackName(page('bad host'), 'http://127.0.0.1:3000')).toBeUndefined();
});

test('a path that looks like another host stays a path', () => {
  const aim = otherLoopbackName(page('localhost:3000', '//evil.example/x'), 'http://127.0.0.1:3000');
  expect(new URL(aim ?? '').host).toBe('127.0.0.1:3000');
});
