import { sqlClient } from '../db/client.ts';
import { renameCompany } from '../lib/domain/companies/mutations.ts';
import { updateModelConfigs } from '../lib/domain/sync-config/mutations.ts';
import { connect, nowIn } from './arrange/companies.ts';
import { fail } from './arrange/troubles.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { Timeline } from './pages/timeline.ts';

test('the timeline tells what happened and who did it, and each entry opens what it speaks of', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await updateModelConfigs(nowIn(organisation), {
    companyId: company.companyId,
    configs: [{ dataModel: 'INVOICE', enabled: false }],
  });
  await fail([company], 'credentials', { to: 'EXPIRED' });
  await signInAs('operator');
  await CompanyPage.open(page, company);
  const timeline = new Timeline(page);
  await expect(timeline.entry('Sign-in refused: needs reconnecting')).toContainText('The platform said no');
  await expect(timeline.entry('Sync done')).toContainText('new');

  const change = timeline.entry('Browser test switched invoices off');
  await change.getByText('Before and after').click();
  await expect(change.getByRole('row').filter({ hasText: 'Enabled' })).toContainText('yes');
  await timeline.choose('What is shown', 'Health');
  await expect(timeline.entry('switched invoices off')).toHaveCount(0);
  await expect(page).toHaveURL(/show=health/);
  await page.reload();
  await expect(timeline.entry('Sign-in refused')).toBeVisible();
  await timeline.choose('What is shown', 'All');
  await timeline.choose('By whom', 'Customer');
  await expect(timeline.entry('Sync done')).toBeVisible();
  await timeline.entry('Sync done').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Models' })).toBeVisible();
});

test('older entries come when they are asked for, and a change on the page is seen at once', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await sqlClient()`
    insert into audit_log (organisation_id, company_id, action, actor_type, actor_id, actor_label, door, request_id, created_at)
    select ${organisation.id}, ${company.companyId}, 'company.changed', 'user', 'u', 'Kim', 'console', 'r' || n,
      ${new Date()}::timestamptz - n * interval '1 minute' - interval '1 day'
    from generate_series(1, 30) n`;
  await renameCompany(nowIn(organisation), { companyId: company.companyId, name: 'Pemberton & Sons' });
  await signInAs('operator');
  await CompanyPage.open(page, { ...company, name: 'Pemberton & Sons' });
  const timeline = new Timeline(page);
  await expect(timeline.entries).toHaveCount(15);
  const older = page.getByRole('button', { name: 'Show older' });
  await older.click();
  await expect(timeline.entries).toHaveCount(30);
  await older.click();
  await expect(timeline.entry('Kim changed the profile')).toHaveCount(30);
  await expect(older).toHaveCount(0);

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Company name' }).fill('Pemberton Group');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(timeline.entry('renamed it from Pemberton & Sons to Pemberton Group')).toBeVisible();
  await expect(timeline.entry('Kim changed the profile')).toHaveCount(30);
});
