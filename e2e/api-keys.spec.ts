import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { ApiKeysPage } from './pages/api-keys-page.ts';

test('a key is made, shown once, opens the API, and is refused once revoked', async ({
  page,
  organisation,
  signInAs,
  request,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const keys = await ApiKeysPage.open(page);
  await expect(page.getByText('No API keys yet')).toBeVisible();
  const key = await keys.create('Billing service');
  expect(key).toMatch(/^ll_/);
  await expect(keys.row('Billing service')).toContainText('Active');
  await expect(keys.row('Billing service')).toContainText('Never');
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);

  const call = () => request.get('/v4/core/companies', { headers: { api_key: key } });
  const answer = await call();
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    data: { companies: [{ companyId: company.companyId, companyName: 'Pemberton Tools' }] },
  });
  await page.reload();
  await expect(keys.row('Billing service')).toContainText('just now');

  await keys.revoke('Billing service');
  await expect(keys.row('Billing service')).toContainText('Revoked');
  expect((await call()).status()).toBe(401);
});

test('a read-only key can change nothing', async ({ page, organisation, signInAs, request }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('owner');
  const keys = await ApiKeysPage.open(page);
  const key = await keys.create('Reports', 'Read only');
  await expect(keys.row('Reports')).toContainText('Read-only');
  const headers = { api_key: key };
  const path = `/v4/core/companies/${company.companyId}`;
  expect((await request.get(path, { headers })).status()).toBe(200);
  expect((await request.patch(path, { headers, data: { companyName: 'Renamed' } })).status()).toBe(403);
});

test('a key for one company does not find the others, and is rotated without a gap', async ({
  page,
  organisation,
  signInAs,
  request,
}) => {
  const within = await connect(organisation, 'Pemberton Tools');
  const beyond = await connect(organisation, 'Quarry & Sons');
  await signInAs('admin');
  const keys = await ApiKeysPage.open(page);
  const old = await keys.create('One customer', 'Read and write', 'Pemberton Tools');
  await expect(keys.row('One customer')).toContainText('Pemberton Tools');
  const status = async (key: string, companyId: number) =>
    (await request.get(`/v4/core/companies/${companyId}`, { headers: { api_key: key } })).status();
  expect([await status(old, within.companyId), await status(old, beyond.companyId)]).toEqual([200, 404]);

  const successor = await keys.rotate('One customer');
  await expect(keys.row('Replaced by')).toContainText('in 7 days');
  await expect(keys.row('Replaces')).toContainText('Pemberton Tools');
  for (const key of [old, successor]) {
    expect([await status(key, within.companyId), await status(key, beyond.companyId)]).toEqual([200, 404]);
  }
});
