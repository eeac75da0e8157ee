import { invite } from './arrange/companies.ts';
import { joinOrganisation, makeOrganisation } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { Shell } from './pages/shell.ts';

test('a member of two organisations switches between them; one of a single one has no switch', async ({
  page,
  organisation,
  signInAs,
}) => {
  const other = await makeOrganisation('Southgate Partners');
  await invite(organisation, 'Company of the first');
  await invite(other, 'Company of the second');
  const person = await signInAs('operator');
  const { table } = await CompaniesPage.open(page);
  await expect(new Shell(page).organisation(organisation.name)).toHaveCount(0);

  await joinOrganisation(person, other, 'viewer');
  await page.reload();
  await expect(table.names).toHaveText(['Company of the first']);
  const shell = new Shell(page);
  await shell.switchOrganisation(organisation.name, other.name);
  await shell.companies();
  await expect(table.names).toHaveText(['Company of the second']);
  await expect(page.getByRole('button', { name: 'Invite a company' })).toHaveCount(0);

  await page.reload();
  await expect(table.names).toHaveText(['Company of the second']);
  await shell.switchOrganisation(other.name, organisation.name);
  await shell.companies();
  await expect(table.names).toHaveText(['Company of the first']);
});
