import { expect, type Page } from '@playwright/test';
import { DataTable } from './data-table.ts';

/** What was sent to customers. */
export class InviteLinksPage {
  readonly page: Page;
  readonly table: DataTable;

  constructor(page: Page) {
    this.page = page;
    this.table = new DataTable(page, 'invite links', 'Search companies');
  }

  static async open(page: Page): Promise<InviteLinksPage> {
    await page.goto('/invite-links');
    return new InviteLinksPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Invite links' })).toBeVisible();
    return this;
  }

  async revoke(company: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${company}` }).click();
    await this.page.getByRole('menuitem', { name: 'Revoke' }).click();
    const question = this.page.getByRole('alertdialog', { name: `Revoke the link of ${company}?` });
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(question).toHaveCount(0);
  }
}
