import { expect, test } from './fixtures.ts';

test('the installation says that it is up and that its database answers', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.get('/readyz')).status()).toBe(200);
});

test('the page for a wrong address runs under its own policy, without an error in the console', async ({ page }) => {
  const answer = await page.goto('/no-such-page/at-all', { waitUntil: 'load' });
  expect(answer?.headers()['content-security-policy']).toContain("'strict-dynamic'");
  await expect(page.getByRole('heading').first()).toBeVisible();
});
