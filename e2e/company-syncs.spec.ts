import { addContact, deleteContact, makeBook, setFaults } from './arrange/books.ts';
import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';

test('sync now shows its progress, and counts what changed in the books', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools', { book: await makeBook({ contacts: 12 }) });
  await addContact(company.book, { name: 'Zebra Interiors', emails: ['zoe@zebra.example'] });
  await setFaults(company.book, [{ kind: 'slow', delayMs: 5000, model: 'invoices' }]);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.freshness('Contacts')).toContainText('12');

  await shown.syncNow();
  await expect(shown.liveSync).toContainText('of 19 models');
  await expect(page.getByRole('button', { name: 'Sync now' })).toHaveCount(0);
  await shown.syncDone();
  await expect(shown.freshness('Contacts')).toContainText('13');

  const syncs = await shown.openSyncs();
  await expect(syncs.runs).toHaveCount(2);
  await expect(syncs.runs.first()).toContainText('By hand');
  const run = await syncs.openNewest();
  await expect(run.cells('Contacts').nth(1)).toHaveText('Done');
  await expect(run.cells('Contacts').nth(2)).toHaveText('1');
  await expect(run.cells('Invoices').nth(2)).toHaveText('0');
});

test('a full sync is asked about once and marks as deleted what is gone', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools', { book: await makeBook({ contacts: 12 }) });
  const gone = await addContact(company.book, { name: 'Gone Tomorrow' });
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await shown.syncDone();
  await expect(shown.freshness('Contacts')).toContainText('13');
  await deleteContact(company.book, gone.id);

  await shown.act('Full sync');
  await shown.question('Read everything of Pemberton Tools again?').getByRole('button', { name: 'Cancel' }).click();
  await expect(shown.liveSync).toHaveCount(0);
  await shown.act('Full sync');
  await shown.confirm('Read everything of Pemberton Tools again?', 'Start full sync');
  await expect(shown.freshness('Contacts')).toContainText('12', { timeout: 30_000 });
  const run = await (await shown.openSyncs()).openNewest();
  await expect(page.getByText('By hand, full').first()).toBeVisible();
  await expect(run.cells('Contacts').nth(5)).toHaveText('1');
  await expect(run.cells('Contacts').nth(4)).toHaveText('12');
});

test('one model is synced alone', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await (await shown.openModels()).act('Contacts', 'Sync contacts now');
  await shown.syncDone();
  const run = await (await shown.openSyncs()).openNewest();
  await expect(page.getByText('1 of 1 read to the end')).toBeVisible();
  await expect(run.cells('Contacts').nth(1)).toHaveText('Done');
});

test('a running sync is cancelled, and what it stored stays', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'slow', delayMs: 4000 }]);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await expect(shown.liveSync).toBeVisible();
  await page.getByRole('button', { name: 'Cancel sync' }).click();
  await expect(page.getByText('The sync was cancelled')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await (await shown.openSyncs()).openNewest();
  await expect(page.getByText('What it stored stays.')).toBeVisible();
});

test('a platform that asks to wait is said so, with when it goes on', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'rate_limited', retryAfterSeconds: 3600, model: 'invoices' }]);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await expect(shown.liveSync).toContainText('Sandbox asked to wait', { timeout: 30_000 });
  await expect(shown.liveSync).toContainText('goes on by itself at');
  await expect(shown.health).toContainText('Nothing to do: the sync goes on by itself where it stopped.');
});

test('a record that can not be read is kept aside with its reason, the rest is stored', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'bad_record', model: 'contacts' }]);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.act('Full sync');
  await shown.confirm('Read everything of Pemberton Tools again?', 'Start full sync');
  await expect(page.getByText('The sync is partly done')).toBeVisible({ timeout: 30_000 });
  const run = await (await shown.openSyncs()).openNewest();
  await expect(run.cells('Contacts').nth(1)).toHaveText('Partly done');
  await expect(run.cells('Contacts').nth(6)).toHaveText('1');
  await expect(page.getByRole('table', { name: 'Records kept aside' }).getByRole('row')).toHaveCount(2);
});

test('what was kept aside is read again by a retry of its sync', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'bad_record', model: 'contacts' }]);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.act('Full sync');
  await shown.confirm('Read everything of Pemberton Tools again?', 'Start full sync');
  await expect(page.getByText('The sync is partly done')).toBeVisible({ timeout: 30_000 });
  await setFaults(company.book, []);
  const run = await (await shown.openSyncs()).openNewest();
  const before = page.url();
  await page.getByRole('button', { name: 'Retry what did not go well' }).click();
  await expect(page).not.toHaveURL(before);
  await expect(run.cells('Contacts').nth(1)).toHaveText('Done', { timeout: 30_000 });
  await expect(run.cells('Invoices')).toHaveCount(0);
});

test('deletions that are too many to believe are confirmed at the job', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools', {
    book: await makeBook({ contacts: 80, invoices: 0 }),
  });
  for (let id = 80; id > 20; id--) await deleteContact(company.book, `con_${id}`);
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await (await shown.openModels()).act('Contacts', 'Full sync of contacts');
  await expect(page.getByText('The sync failed')).toBeVisible({ timeout: 30_000 });
  const run = await (await shown.openSyncs()).openNewest();
  await page.getByRole('button', { name: 'They are gone: mark 60 deleted' }).click();
  const title = 'Mark 60 of 80 contacts deleted?';
  const before = page.url();
  await shown.confirm(title, 'Start and mark deleted');
  await expect(page).not.toHaveURL(before);
  await expect(run.cells('Contacts').nth(1)).toHaveText('Done', { timeout: 30_000 });
  await expect(run.cells('Contacts').nth(5)).toHaveText('60');
});

test('a job shows what it said with the platform, and a sync is found by the request of a call', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await (await shown.openSyncs()).openNewest();
  await page.locator('summary', { hasText: /^Contacts$/ }).click();
  await page.locator('summary', { hasText: '/v1/contacts' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('"data"');
  const requestId = await page
    .getByText(/request id/)
    .locator('.code')
    .textContent();

  await page.goto('/syncs');
  const search = page.getByRole('searchbox', { name: 'Company, sync or request id' });
  await search.fill(requestId ?? '');
  await expect(page.getByRole('link', { name: 'Pemberton Tools' })).toHaveCount(1);
  await search.fill('00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('link', { name: 'Pemberton Tools' })).toHaveCount(0);
});

test('a viewer sees neither the calls nor a button to retry', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  await (await (await CompanyPage.open(page, company)).openSyncs()).openNewest();
  await expect(page.getByRole('button', { name: 'Run again' })).toHaveCount(0);
  await expect(page.getByText('Platform calls')).toHaveCount(0);
});
