import { expect, type Page } from '@playwright/test';
import { ConnectedPage, ConnectPage } from '../pages/connect-page.ts';
import { makeBook } from './books.ts';
import type { Connected } from './companies.ts';

/** The customer signs in again, to the books of somebody else. Gives what those are called. */
export async function signInElsewhere(customer: Page, { url }: Connected): Promise<string> {
  const other = await makeBook({ name: 'Harbour Supplies Ltd', contacts: 3 });
  await ConnectPage.open(customer, url);
  const form = await (await new ConnectedPage(customer, 'Sandbox').shown()).signInAgain();
  await form.submit({ 'Company key': other.credentials.companyKey, Secret: other.credentials.secret });
  await expect(customer.getByText(`leads to ${other.name}, not to the company`)).toBeVisible();
  return other.name;
}
