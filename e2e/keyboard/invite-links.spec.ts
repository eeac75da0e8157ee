import { expire, invite } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { InviteLinksPage } from '../pages/invite-links-page.ts';
import { Keys } from '../pages/keys.ts';

test('a link is copied, shown, given more time and revoked by keys', async ({ page, organisation, signInAs }) => {
  const company = await invite(organisation, 'Westlake Storage');
  await expire(company);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs('operator');
  const { table } = await InviteLinksPage.open(page);
  const keys = new Keys(page);
  await keys.use(page.getByRole('button', { name: 'Copy link for Westlake Storage' }), 'Space');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(company.url);

  const actions = page.getByRole('button', { name: 'Actions for Westlake Storage' });
  await keys.choose(actions, 'Show as QR code');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img')).toBeVisible();
  await keys.isShutIn(dialog);
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(actions);

  await keys.choose(actions, 'Extend');
  await keys.select(dialog.getByLabel('Link works for'), '7 days');
  await keys.use(dialog.getByRole('button', { name: 'Extend' }));
  await expect(table.row(company.name)).toContainText('Waiting');
  await keys.isAt(actions);

  await keys.choose(actions, 'Revoke');
  const question = page.getByRole('alertdialog', { name: 'Revoke the link of Westlake Storage?' });
  await keys.isShutIn(question);
  await keys.use(question.getByRole('button', { name: 'Revoke' }));
  await expect(table.row(company.name)).toContainText('Revoked');
  await keys.isHeld();
});
