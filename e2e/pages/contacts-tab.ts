import { expect, type Locator, type Page } from '@playwright/test';
import { DataTable } from './data-table.ts';

/** Customers and vendors of a company. */
export class ContactsTab {
  readonly page: Page;
  readonly table: DataTable;

  constructor(page: Page) {
    this.page = page;
    this.table = new DataTable(page, 'contacts', 'Search contacts');
  }

  async shown(): Promise<this> {
    await expect(this.table.search).toBeVisible();
    return this;
  }

  async openContact(name: string): Promise<Locator> {
    await this.page.getByRole('link', { name, exact: true }).click();
    return this.drawer(name);
  }

  drawer(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }
}
