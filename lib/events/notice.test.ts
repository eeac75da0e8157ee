import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gathering } from './gathering.ts';
import { decodeNotice, encodeNotice } from './notice.ts';
import { concerns, type Move, topics } from './topics.ts';

const companyId = fc.integer({ min: 1, max: 9_007_199_254_740_991 });
const move: fc.Arbitrary<Move> = fc.record({
  topic: fc.constantFrom(...topics),
  companyIds: fc.option(fc.array(companyId, { minLength: 1, maxLength: 60 }), { nil: null }),
});

function gathered(moves: readonly Move[]): Move[] {
  const gathering = new Gathering();
  for (const one of moves) gathering.add(one);
  return gathering.take();
}

test('whoever was concerned by a move is concerned by what was gathered, sent and read', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const notice = decodeNotice(encodeNotice({ organisationId: 7, moves: gathered(moves) }));
      for (const { topic, companyIds } of moves) {
        for (const id of companyIds ?? [1, undefined]) {
          expect(concerns(notice?.moves ?? [], { topics: [topic], companyId: id })).toBe(true);
        }
      }
    }),
  );
});

test('a notice of everything that can be gathered fits into a notification', () => {
  const everything = topics.flatMap((topic) =>
    Array.from({ length: 60 }, (_, at): Move => ({ topic, companyIds: [1_000_000_000 + at] })),
  );
  expect(encodeNotice({ organisationId: 4_000_000_000, moves: gathered(everything) }).length).toBeLessThan(8_000);
});

test('a company is not concerned by what moved at others, nor by other topics', () => {
  const moves = gathered([
    { topic: 'runs', companyIds: [1] },
    { topic: 'runs', companyIds: [2] },
  ]);
  expect(moves).toEqual([{ topic: 'runs', companyIds: [1, 2] }]);
  expect(concerns(moves, { topics: ['runs'], companyId: 3 })).toBe(false);
  expect(concerns(moves, { topics: ['writes'] })).toBe(false);
  expect(concerns(moves, { topics: ['writes', 'runs'] })).toBe(true);
});

test('what no process of ours sends is left alone', () => {
  for (const payload of ['', 'x', '{}', '{"o":1,"m":[["weather",null]]}', '{"o":"1","m":[]}']) {
    expect(decodeNotice(payload)).toBeNull();
  }
});
