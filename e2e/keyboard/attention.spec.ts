import { connect } from '../arrange/companies.ts';
import { fail } from '../arrange/troubles.ts';
import { expect, test } from '../fixtures.ts';
import { Keys } from '../pages/keys.ts';
import { OverviewPage } from '../pages/overview-page.ts';

test('an incident is subscribed to, opened, and its customer written to by keys', async ({
  page,
  organisation,
  signInAs,
}) => {
  const companies = [await connect(organisation, 'Finch & Daughters'), await connect(organisation, 'Pemberton Tools')];
  await fail(companies, 'credentials', { to: 'EXPIRED' });
  await signInAs('operator');
  await OverviewPage.open(page);
  const keys = new Keys(page);

  const notify = page.getByRole('button', { name: 'Notify me' });
  await keys.use(notify);
  await keys.use(page.getByRole('switch', { name: 'Mail me new incidents' }), 'Space');
  const notified = page.getByRole('button', { name: 'You are notified' });
  await expect(notified).toBeVisible();
  await keys.press('Escape');
  await keys.isAt(notified);

  await keys.use(page.getByRole('link', { name: 'Write to 2 customers' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in refused, Sandbox' })).toBeVisible();
  await keys.isHeld();
  const write = page.getByRole('button', { name: 'Write to customer: Pemberton Tools' });
  await keys.use(write);
  const dialog = page.getByRole('dialog', { name: 'Write to Pemberton Tools' });
  await keys.fill(dialog.getByLabel('To'), 'books@pemberton.example');
  await keys.isShutIn(dialog);
  await keys.use(dialog.getByRole('button', { name: 'Send by mail' }));
  await expect(page.getByText('The message to books@pemberton.example is on its way')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await keys.isAt(write);
});
