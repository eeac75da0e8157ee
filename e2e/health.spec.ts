import { expect, test } from './fixtures.ts';

test('the installation says that it is up and that its database answers', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.get('/readyz')).status()).toBe(200);
});

test.describe('a wrong address', () => {
  // The browser reports the status itself; a breach of the page's policy would come on top.
  test.use({ expectedErrors: [/status of 404 \(Not Found\)/] });

  test('its page runs under its own policy, without another error in the console', async ({ page }) => {
    const answer = await page.goto('/no-such-page/at-all', { waitUntil: 'load' });
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()['content-security-policy']).toContain("'strict-dynamic'");
    await expect(page.getByRole('heading').first()).toBeVisible();
  });
});
