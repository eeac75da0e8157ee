import type { Locator, Page } from '@playwright/test';
import { makePerson } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';

test('the main job is done by keyboard alone: sign in, make a link, copy it', async ({ page, organisation }) => {
  const person = await makePerson(organisation, 'operator');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const keys = page.keyboard;
  await page.goto('/sign-in');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await keys.type(person.email);
  await keys.press('Tab');
  await keys.type(person.password);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  // From the top of the page, past the navigation.
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }));
  await keys.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Invite a company' }).first());
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Company name')).toBeFocused();
  await keys.type('Quarry Road Garage');
  await keys.press('Enter');
  await expect(dialog.getByLabel('Platform')).toBeFocused();
  await keys.type('Sandbox');
  await tabTo(page, dialog.getByRole('button', { name: 'Next' }));
  await keys.press('Enter');
  await expect(dialog.getByLabel('Link works for')).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: 'Create link' }));
  await keys.press('Enter');

  await expect(page.getByRole('dialog', { name: 'The link for Quarry Road Garage is ready' })).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: 'Copy invite link' }));
  await keys.press('Space');
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  const link = await dialog.getByRole('textbox', { name: 'Invite link' }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  // The focus stays inside, Escape closes, and one is back where one was.
  for (let press = 0; press < 8; press += 1) {
    await keys.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Invite a company' }).first()).toBeFocused();
});

test('a menu opens, is walked and closes by keys', async ({ page, signInAs }) => {
  await signInAs('operator');
  await page.goto('/');
  const account = page.getByRole('button', { name: /^Account of/ });
  await account.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'As the system' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(
    page
      .getByRole('menuitemradio', { name: 'Dark' })
      .or(page.getByRole('menuitemradio', { name: 'Light' }))
      .and(page.locator(':focus')),
  ).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(account).toBeFocused();
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Forty times Tab did not lead to ${goal}`);
}

for (const path of [
  '/',
  '/companies',
  '/invite-links',
  '/syncs',
  '/webhooks',
  '/api-keys',
  '/settings/chains',
  '/audit',
]) {
  test(`whatever takes the focus shows it: ${path}`, async ({ page, signInToDemo }) => {
    await signInToDemo();
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const without: string[] = [];
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(focusedUnseen);
      if (unseen) without.push(unseen);
    }
    expect(without).toEqual([]);
  });
}

/** What has the focus, when neither it nor what a link spreads over its row has an outline or a ring; else null. */
function focusedUnseen(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const isSeen = [null, '::after'].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return isSeen ? null : element.outerHTML.slice(0, 200);
}
