import { connect } from '../arrange/companies.ts';
import { FaultLabPage } from '../pages/fault-lab-page.ts';
import { test } from './shoot.ts';

test('fault lab', async ({ page, organisation, signInAs, visit, shoot }) => {
  const [one, other] = [
    await connect(organisation, 'Pemberton Tools'),
    await connect(organisation, 'Finch & Daughters'),
  ];
  await signInAs('owner');
  await visit('/settings/fault-lab');
  await shoot('fault-lab', 'empty');
  const lab = new FaultLabPage(page);
  for (const [{ name }, fault] of [
    [one, 'Expired sign-in'],
    [other, 'Too many requests'],
  ] as const) {
    const form = await lab.choose();
    await form.pick(name);
    await form.fault(fault);
    await form.switchOn();
  }
  await lab.company(other.name).waitFor();
  await visit('/settings/fault-lab');
  await shoot('fault-lab', 'two on');
  const form = await lab.choose();
  await form.fault('Error on a page');
  await form.submit();
  await form.dialog.getByText('Choose the company that is to meet it').waitFor();
  await shoot('fault-lab', 'form refused', 'window');
  await signInAs('operator');
  await visit('/settings/fault-lab');
  await shoot('fault-lab', 'operator');
});
