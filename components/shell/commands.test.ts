import { expect, test } from 'vitest';
import { CommandRegistry } from './commands.tsx';

const command = (id: string, ran: string[]) => ({ id, label: id, run: () => ran.push(id) });

test('a command is offered until it is withdrawn, and by whoever offered it last', () => {
  const ran: string[] = [];
  const registry = new CommandRegistry();
  const withdrawFirst = registry.offer(command('sync', ran));
  const second = command('sync', ran);
  const withdrawSecond = registry.offer(second);
  withdrawFirst();
  expect(registry.all).toEqual([second]);
  registry.run('sync');
  expect(ran).toEqual(['sync']);
  withdrawSecond();
  expect(registry.all).toEqual([]);
});

test('a command of a screen that is still to come is run once when it comes', async () => {
  const ran: string[] = [];
  const registry = new CommandRegistry();
  registry.run('create');
  registry.offer(command('other', ran));
  const withdraw = registry.offer(command('create', ran));
  await new Promise((resolve) => setTimeout(resolve));
  withdraw();
  registry.offer(command('create', ran));
  await new Promise((resolve) => setTimeout(resolve));
  expect(ran).toEqual(['create']);
});

test('one that was waited for and is overtaken by another is forgotten', async () => {
  const ran: string[] = [];
  const registry = new CommandRegistry();
  registry.offer(command('sync', ran));
  registry.run('create');
  registry.run('sync');
  registry.offer(command('create', ran));
  await new Promise((resolve) => setTimeout(resolve));
  expect(ran).toEqual(['sync']);
});
