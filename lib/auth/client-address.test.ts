import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressBlock, addressOf, clientAddress, noteOrigin } from './client-address.ts';

test('a stranger on the internet can not name its own address', () => {
  expect(clientAddress('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test('a proxy on this machine or the private network is believed, as to the address it added last', () => {
  expect(clientAddress('127.0.0.1', '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  expect(clientAddress('::ffff:10.0.0.3', ['198.51.100.1', '2001:db8::7'])).toBe('2001:db8::7');
  expect(clientAddress('127.0.0.1', 'nonsense')).toBe('127.0.0.1');
  expect(clientAddress('127.0.0.1', undefined)).toBe('127.0.0.1');
});

test('addresses of one subscriber count together', () => {
  expect(addressBlock('2001:db8:1:2::7')).toBe(addressBlock('2001:db8:1:2:ffff::9'));
  expect(addressBlock('2001:db8:1:2::7')).not.toBe(addressBlock('2001:db8:1:3::7'));
  expect(addressBlock('::ffff:192.0.2.1')).toBe('192.0.2.1');
});

test('what a caller says about itself under our own headers is overwritten', () => {
  const request = {
    url: '/companies?search=x',
    headers: {
      'x-ledgerline-client': '198.51.100.1',
      'x-ledgerline-path': '//evil.example',
      'x-forwarded-for': '1.2.3.4',
    },
    socket: { remoteAddress: '203.0.113.9' },
  };
  noteOrigin(request as unknown as IncomingMessage);
  expect(addressOf(new Headers(request.headers))).toBe('203.0.113.9');
  expect(request.headers['x-ledgerline-path']).toBe('/companies?search=x');
});
