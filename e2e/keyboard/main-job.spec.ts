import { makePerson } from '../arrange/organisations.ts';
import { expect, test } from '../fixtures.ts';
import { Keys } from '../pages/keys.ts';

test('the main job is done by keyboard alone: sign in, make a link, copy it', async ({ page, organisation }) => {
  const person = await makePerson(organisation, 'operator');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const keys = new Keys(page);
  await page.goto('/sign-in');
  await keys.isAt(page.getByLabel('E-mail'));
  await keys.fill(page.getByLabel('E-mail'), person.email);
  await keys.fill(page.getByLabel('Password'), person.password);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  // From the top of the page, past the navigation.
  await keys.backTo(page.getByRole('link', { name: 'Skip to content' }));
  await keys.press('Enter');
  const invite = page.getByRole('button', { name: 'Invite a company' }).first();
  await keys.use(invite);
  const dialog = page.getByRole('dialog');
  await keys.isAt(dialog.getByLabel('Company name'));
  await page.keyboard.type('Quarry Road Garage');
  await keys.press('Enter');
  await keys.isAt(dialog.getByLabel('Platform'));
  await keys.select(dialog.getByLabel('Platform'), 'Sandbox');
  await keys.use(dialog.getByRole('button', { name: 'Next' }));
  await keys.isAt(dialog.getByLabel('Link works for'));
  await keys.use(dialog.getByRole('button', { name: 'Create link' }));

  await expect(page.getByRole('dialog', { name: 'The link for Quarry Road Garage is ready' })).toBeVisible();
  await keys.use(dialog.getByRole('button', { name: 'Copy invite link' }), 'Space');
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  const link = await dialog.getByRole('textbox', { name: 'Invite link' }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await keys.isShutIn(dialog);
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(invite);
});

test('a menu opens, is walked and closes by keys', async ({ page, signInAs }) => {
  await signInAs('operator');
  await page.goto('/');
  const keys = new Keys(page);
  const account = page.getByRole('button', { name: /^Account of/ });
  await keys.use(account);
  await page.getByRole('menuitemradio', { name: 'As the system' }).waitFor();
  await keys.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await keys.isAt(account);
  await keys.choose(account, 'Dark');
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  await keys.isAt(account);
  await keys.choose(account, 'Sign out');
  await keys.isAt(page.getByLabel('E-mail'));
});
