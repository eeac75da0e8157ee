import { expect, type Locator, type Page } from '@playwright/test';
import { DataTable } from './data-table.ts';

/** A company's records of one model, with a drawer for one of them. */
export class RecordsList {
  readonly page: Page;
  readonly table: DataTable;

  constructor(page: Page, noun: string) {
    this.page = page;
    this.table = new DataTable(page, noun, `Search ${noun}`);
  }

  async shown(): Promise<this> {
    await expect(this.table.search).toBeVisible();
    return this;
  }

  async open(title: string): Promise<Locator> {
    await this.page.getByRole('link', { name: title, exact: true }).click();
    return this.drawer(title);
  }

  drawer(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }
}
