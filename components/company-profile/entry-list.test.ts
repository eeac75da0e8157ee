import { expect, it } from 'vitest';
import { added, movedUp, removed } from './entry-list.ts';

const keys = (list: { key: string }[]) => list.map(({ key }) => key);

it('a new entry has a key that no other one has, also after one was removed', () => {
  const two = added(added([{ key: '7' }], {}), {});
  expect(keys(two)).toEqual(['7', 'new-1', 'new-2']);
  expect(keys(added(removed(two, 1), {}))).toEqual(['7', 'new-2', 'new-1']);
});

it('an entry moves one place up, the first one nowhere', () => {
  const list = ['a', 'b', 'c'];
  expect(movedUp(list, 2)).toEqual(['a', 'c', 'b']);
  expect(movedUp(list, 0)).toEqual(list);
});
