import { createChain } from '../lib/domain/chains/mutations.ts';
import { createCompany } from '../lib/domain/companies/mutations.ts';
import { nowIn } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { AccessTokensPage } from './pages/access-tokens-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a JSON:API token is made, shown once, opens the API for reading alone, and is refused once revoked', async ({
  page,
  organisation,
  signInAs,
  request,
}) => {
  await createCompany(nowIn(organisation), { name: 'Pemberton Tools' });
  await signInAs('admin');
  const tokens = await AccessTokensPage.open(page);
  await expect(page.getByText('No access tokens yet')).toBeVisible();
  const dialog = await tokens.create();
  await dialog.submit();
  await expect(dialog.name).toHaveAttribute('aria-invalid', 'true');
  await dialog.name.fill('CRM');
  await dialog.choose('Read only');
  await dialog.submit();
  const token = await dialog.shown('Token');
  expect(token).toMatch(/^lj_/);
  expect(await dialog.shown('Organisation id')).toBe(String(organisation.id));
  await dialog.done();
  const row = tokens.row('JSON:API tokens', 'CRM');
  await expect(row).toContainText('Read-only');
  await expect(row).toContainText('Never');
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);

  const headers = { 'X-Auth-Token': token, 'X-Organization-Id': String(organisation.id) };
  const answer = await request.get('/api/v2/companies', { headers });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('Pemberton Tools');
  const refused = await request.post('/api/v2/companies', {
    headers: { ...headers, 'content-type': 'application/vnd.api+json' },
    data: { data: { type: 'companies', attributes: { name: 'No' } } },
  });
  expect(refused.status()).toBe(403);
  await page.reload();
  await expect(row).toContainText('just now');

  await tokens.revoke('CRM');
  await expect(row).toContainText('Revoked');
  expect((await request.get('/api/v2/companies', { headers })).status()).toBe(401);
});

test('a Connector token opens the chains that were chosen, its client works with another one, and both are revoked', async ({
  page,
  organisation,
  signInAs,
  request,
}) => {
  const ctx = nowIn(organisation);
  const { id: chainId } = await createChain(ctx, { name: 'Highland' });
  await createCompany(ctx, { name: 'Northern', chainId });
  await createCompany(ctx, { name: 'Elsewhere' });
  await signInAs('owner');
  const tokens = await AccessTokensPage.open(page);
  const dialog = await tokens.create();
  await dialog.choose('Connector');
  await dialog.name.fill('Desk');
  await dialog.chain(organisation.name).uncheck();
  await dialog.submit();
  await expect(dialog.dialog).toContainText('Choose at least one chain');
  await dialog.chain('Highland').check();
  await dialog.submit();
  const clientToken = await dialog.shown('Client token');
  const northern = await dialog.shown('Access token');
  expect(await dialog.shown('Chain id')).toBe(chainId);
  await dialog.done();
  await expect(tokens.row('Connector access tokens', 'Desk')).toContainText('Highland');

  const second = await tokens.create();
  await second.choose('Connector');
  await second.name.fill('Front office');
  await second.dialog.getByRole('combobox', { name: 'Client' }).selectOption({ label: 'Desk' });
  await second.chain('Highland').check();
  await second.submit();
  const portfolio = await second.shown('Access token');
  await expect(second.dialog.getByRole('textbox', { name: 'Client token' })).toHaveCount(0);
  await second.done();
  await expect(tokens.row('Connector access tokens', 'Front office')).toContainText('Portfolio');

  const names = async (accessToken: string) => {
    const answer = await request.post('/api/connector/v1/companies/getAll', {
      data: { ClientToken: clientToken, AccessToken: accessToken, Client: 'Desk 1.0', Limitation: { Count: 10 } },
    });
    if (!answer.ok()) return answer.status();
    const { Companies } = (await answer.json()) as { Companies: { Name: string }[] };
    return Companies.map(({ Name }) => Name).sort();
  };
  expect(await names(northern)).toEqual(['Northern']);
  expect(await names(portfolio)).toEqual(['Elsewhere', 'Northern']);

  const chains = await (await SettingsPage.open(page)).part('Chains');
  await expect(chains.row('Highland').getByRole('cell').nth(2)).toHaveText('2');
  await page.getByRole('link', { name: 'Access tokens of Highland: 2' }).click();
  await expect(page.getByText('Those that work and reach')).toBeVisible();
  await page.getByRole('link', { name: 'Show all access tokens' }).click();
  await tokens.revoke('Desk');
  await expect(tokens.row('Connector access tokens', 'Desk')).toContainText('Revoked');
  expect(await names(northern)).toBe(401);
  await tokens.revoke('the client Desk');
  await expect(tokens.row('Connector clients', 'Desk')).toContainText('Revoked');
  expect(await names(portfolio)).toBe(401);
});

test('who may not make tokens is told who may', async ({ page, signInAs }) => {
  await signInAs('operator');
  await AccessTokensPage.open(page);
  await expect(page.getByText("Your role can't see access tokens")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create token' })).toHaveCount(0);
});
