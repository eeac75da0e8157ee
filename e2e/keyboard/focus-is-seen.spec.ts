import { expect, test } from '../fixtures.ts';
import { focusedUnseen } from '../pages/keys.ts';

for (const path of [
  '/',
  '/companies',
  '/invite-links',
  '/syncs',
  '/webhooks',
  '/api-keys',
  '/api-reference',
  '/settings/chains',
  '/settings/members',
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
