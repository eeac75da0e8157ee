import { expect, test } from 'vitest';
import { faultSchema } from '../../../sandbox/faults.ts';
import { activeFaults, labFaultKinds, sandboxFaults } from './lab-faults.ts';

const now = new Date('2026-11-26T10:00:00Z');
const told = { page: 7, elsewhere: 'other', now };

test.each(labFaultKinds)('%s is what the sandbox understands, and is known again from what it has on', (kind) => {
  const faults = sandboxFaults(kind, told);
  for (const fault of faults) expect(faultSchema.safeParse(fault).error).toBeUndefined();
  expect(activeFaults(faults).map((one) => one.kind)).toEqual([kind]);
});

test('a limit ends by itself after five minutes, and a failing page says which', () => {
  const [limit, page] = (['rate-limit', 'failing-page'] as const).flatMap((kind) =>
    activeFaults(sandboxFaults(kind, told)),
  );
  expect([limit?.until, page?.page]).toEqual([new Date('2026-11-26T10:05:00Z'), 7]);
});

test('what was set at the sandbox’s own door is told by its name there', () => {
  expect(activeFaults([{ kind: 'hang_up' }, { kind: 'server_error' }])).toEqual([
    { kind: null, sandboxKind: 'hang_up', page: null, until: null },
    { kind: null, sandboxKind: 'server_error', page: null, until: null },
  ]);
});
