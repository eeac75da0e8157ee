import { startSync } from '../lib/domain/syncs/mutations.ts';
import { setFaults } from './arrange/books.ts';
import { connect, invite, nowIn, syncEnded } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { OverviewPage } from './pages/overview-page.ts';

test('a new organisation is told how to begin', async ({ page, signInAs }) => {
  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  await expect(page.getByText('Begin with an invite link')).toBeVisible();
  await expect(page.getByText('No companies yet.')).toBeVisible();
  const dialog = await overview.inviteCompany();
  await dialog.create({ companyName: 'The first one' });
});

test('the numbers lead to the lists behind them', async ({ page, signInToDemo }) => {
  await signInToDemo();
  for (const health of ['Needs reconnecting', 'Disconnected', 'Not connected yet']) {
    const overview = await OverviewPage.open(page);
    const count = await overview.connectionsIn(health);
    expect(count).toBeGreaterThan(0);
    const companies = await overview.openConnectionsIn(health);
    await expect(companies.table.count).toContainText(new RegExp(`^${count} compan(y|ies)$`));
    await expect(companies.table.chip('Health', health)).toBeVisible();
  }
});

test('what fails is named with who must act and what to do, and leads to the company', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Finch & Daughters');
  await invite(organisation, 'Never opened');
  await setFaults(company.book, [{ kind: 'credentials_refused' }]);
  await startSync(nowIn(organisation), { companyId: company.companyId });
  await syncEnded(organisation, company);

  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  const attention = page.getByRole('listitem').filter({ hasText: 'Sign-in refused' });
  await expect(attention).toContainText('Acts: Your customer');
  await expect(attention).toContainText('Sandbox no longer accepts the sign-in of this connection.');
  await expect(attention).toContainText('Send your customer the link again');

  const shown = await overview.openAttention(company.name);
  await expect(shown.health).toContainText('Your customer');
  await expect(shown.health.getByRole('button', { name: 'Copy reconnect link' })).toBeVisible();
});

test('the span of time stands in the address, and Back undoes it', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const overview = await OverviewPage.open(page);
  await overview.chooseSpan('30 days');
  await expect(page).toHaveURL(/range=30d/);
  await page.goBack();
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'true');
});
