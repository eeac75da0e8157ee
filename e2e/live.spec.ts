import type { BrowserContext, Page } from '@playwright/test';
import { makeBook, setFaults } from './arrange/books.ts';
import { connect, invite } from './arrange/companies.ts';
import { joinOrganisation, makeOrganisation, makePerson, openSessionOf, revoke } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { CompanyPage } from './pages/company-page.ts';
import { DataTable } from './pages/data-table.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { Shell } from './pages/shell.ts';

/** Marks a page, to tell later that it was never loaded again. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window);

/** The streams that the browser has asked for. */
function streamsOf(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/events')) asked.push(request.url());
  });
  return asked;
}

test('health, runs and counts move on open pages without a reload', async ({
  page,
  context,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools', { book: await makeBook({ contacts: 12 }) });
  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  expect(await overview.connectionsIn('Healthy')).toBe(1);
  const [listPage, syncsPage] = [await context.newPage(), await context.newPage()];
  const { table } = await CompaniesPage.open(listPage);
  await syncsPage.goto('/syncs');
  const { names: runs } = new DataTable(syncsPage, 'syncs', 'Company, sync or request id');
  await expect(runs).toHaveCount(1);
  for (const one of [page, listPage, syncsPage]) await mark(one);

  await setFaults(company.book, [{ kind: 'credentials_refused' }]);
  const somewhereElse = await CompanyPage.open(await context.newPage(), company);
  await somewhereElse.syncNow();
  await expect(table.row('Pemberton Tools')).toContainText('Needs reconnecting', { timeout: 60_000 });
  await expect(runs).toHaveCount(2);
  await expect(overview.health('Needs reconnecting')).toHaveText(/1$/);
  for (const one of [page, listPage, syncsPage]) expect(await isMarked(one)).toBe(true);
});

test('what a colleague changes is seen at once, in the list and on the company', async ({
  page,
  context,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const company = await invite(organisation, 'Quarry Road Garage');
  await signInAs('viewer');
  const shown = await CompanyPage.open(page, company);
  const { table } = await CompaniesPage.open(await context.newPage());
  const colleague = await otherBrowser();
  const session = await openSessionOf(await makePerson(organisation, 'operator'));
  await colleague.context().addCookies([{ ...session.cookie, url: new URL(page.url()).origin }]);
  await (await CompanyPage.open(colleague, company)).rename('Quarry Road Motors');
  await expect(table.names).toHaveText(['Quarry Road Motors']);
  await new CompanyPage(shown.page, 'Quarry Road Motors').shown();
});

test('the tabs of a browser share one stream, which outlives the tab that opened it', async ({
  page,
  context,
  organisation,
  signInAs,
}) => {
  const asked = streamsOf(context);
  await signInAs('operator');
  await CompaniesPage.open(page);
  const others = [await context.newPage(), await context.newPage()];
  const lists = await Promise.all(others.map(async (one) => (await CompaniesPage.open(one)).table));
  await invite(organisation, 'First Company');
  for (const table of lists) await expect(table.row('First Company')).toBeVisible();
  expect(asked).toHaveLength(1);

  await page.close();
  await expect.poll(() => asked.length).toBe(2);
  await invite(organisation, 'Second Company');
  for (const table of lists) await expect(table.row('Second Company')).toBeVisible();
  expect(asked).toHaveLength(2);
});

test.describe('without a stream', () => {
  test.use({ expectedErrors: [/api\/events/] });

  test('the page says so and asks by itself', async ({ page, context, organisation, signInAs }) => {
    await context.route('**/api/events*', (route) => route.abort());
    await signInAs('operator');
    const { table } = await CompaniesPage.open(page);
    await expect(page.getByRole('status').filter({ hasText: 'Not live' })).toBeVisible();
    await invite(organisation, 'Asked For');
    await expect(table.row('Asked For')).toBeVisible();
    await context.unroute('**/api/events*');
    await expect(page.getByText('Not live')).toHaveCount(0, { timeout: 60_000 });
  });
});

test.describe('when the browser moves on', () => {
  // Asked for in the moment in which it did.
  test.use({ expectedErrors: [/status of 40[14] .*\/api\//] });

  test('another tab follows when the organisation is switched in one', async ({
    page,
    context,
    organisation,
    signInAs,
  }) => {
    const other = await makeOrganisation('Southgate Partners');
    const company = await invite(organisation, 'Company of the first');
    await invite(other, 'Company of the second');
    await joinOrganisation(await signInAs('operator'), other, 'viewer');
    await CompanyPage.open(page, company);
    const second = await context.newPage();
    await OverviewPage.open(second);
    await new Shell(second).switchOrganisation(organisation.name, other.name);

    await expect(new Shell(page).organisation(other.name)).toBeVisible();
    await expect((await new CompaniesPage(page).shown()).table.names).toHaveText(['Company of the second']);
  });

  test('a tab whose session is ended elsewhere leads to the sign-in', async ({ page, organisation, signIn }) => {
    const session = await signIn(await makePerson(organisation, 'viewer'));
    await CompaniesPage.open(page);
    await revoke(session);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 40_000 });
  });
});
