import { connect } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { CompanyPage } from '../pages/company-page.ts';
import { Keys } from '../pages/keys.ts';
import { ModelsTab } from '../pages/models-tab.ts';
import { ProfileTab } from '../pages/profile-tab.ts';
import { Timeline } from '../pages/timeline.ts';

test('a profile is edited and a change taken back from the timeline by keys', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/profile`);
  const profile = await new ProfileTab(page).shown();
  const keys = new Keys(page);

  const identity = profile.section('Identity');
  await keys.fill(identity.field('Domain'), 'pemberton.example');
  await keys.use(identity.region.getByRole('button', { name: 'Save' }));
  await identity.saved();
  await keys.isHeld();
  const contact = profile.section('Contact');
  await keys.use(contact.region.getByRole('button', { name: 'Add a phone', exact: true }));
  await keys.fill(contact.field('Phone 1'), '+44 20 7946 0000');
  await keys.use(contact.region.getByRole('button', { name: 'Remove phone 1', exact: true }));
  await expect(contact.field('Phone 1')).toHaveCount(0);
  await keys.isHeld();

  await page.goto(`/companies/${company.companyId}/models`);
  const models = await new ModelsTab(page).shown();
  await keys.use(models.toggle('Invoices'), 'Space');
  await keys.use(models.question('Invoices', 'off').getByRole('button', { name: 'Switch off' }));
  await expect(models.toggle('Invoices')).not.toBeChecked();

  await CompanyPage.open(page, company);
  const timeline = new Timeline(page);
  const changes = page.getByRole('navigation', { name: 'What is shown' }).getByRole('link', { name: 'Changes' });
  await keys.use(changes);
  await expect(changes).toHaveAttribute('aria-current', 'true');
  await keys.isAt(changes);
  await keys.use(timeline.entry('switched invoices off').getByRole('button', { name: 'Undo' }));
  await expect(timeline.entry('undid a change: switched invoices on')).toBeVisible();
  await keys.isHeld();
});
