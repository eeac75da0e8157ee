import { CommandMenu } from '../pages/command-menu.ts';
import { test } from './shoot.ts';

test('the command menu, what it finds, and what it copies', async ({ page, signInToDemo, visit, shoot }) => {
  await signInToDemo();
  await visit('/companies?q=harbour');
  await page.getByRole('main').getByRole('link', { name: 'Harbour & Lane Trading', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour & Lane Trading' }).waitFor();
  const menu = await CommandMenu.open(page);
  await menu.option('Copy as curl…').waitFor();
  await shoot('command-menu', 'opened', 'window');
  await menu.input.fill('har');
  await menu.option(/^Wren Harbor Hotels Sandbox/).waitFor();
  await shoot('command-menu', 'found', 'window');
  await menu.run('curl', 'Copy as curl…');
  await menu.option(/^Get all companies/).waitFor();
  await shoot('command-menu', 'copy-as-curl', 'window');
});
