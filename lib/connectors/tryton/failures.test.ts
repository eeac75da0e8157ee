import { describe, expect, test } from 'vitest';
import { OutboundError } from '../../http/outbound.ts';
import { failureOfError, failureOfOutbound } from './failures.ts';

const exchange = { path: '/books/', rpc: 'model.party.party.create' };
const outbound = (error: OutboundError) => failureOfOutbound(exchange, error).mayBeDone;

describe('whether a call that failed may have been carried out', () => {
  test('follows from whether it may have been sent', () => {
    expect(outbound(new OutboundError('unreachable', 'x', { mayBeSent: false }))).toBe(false);
    expect(outbound(new OutboundError('unreachable', 'x', { mayBeSent: true }))).toBe(true);
    expect(outbound(new OutboundError('timeout', 'x'))).toBe(true);
    expect(outbound(new OutboundError('refused-address', 'x'))).toBe(false);
  });

  test('is no where a certificate was not trusted', () => {
    const cause = Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(outbound(new OutboundError('unreachable', 'x', { cause }))).toBe(false);
  });

  test('is no where Tryton took it back', () => {
    expect(failureOfError(exchange, ['ConcurrencyException', 'Records were modified']).mayBeDone).toBe(false);
    expect(failureOfError(exchange, ['UserError', ['No.', '', null]]).mayBeDone).toBe(false);
  });
});
