import { expect, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { DataTable } from './data-table.ts';
import { InviteDialog } from './invite-dialog.ts';

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

  async inviteCompany(): Promise<InviteDialog> {
    await this.page.getByRole('button', { name: 'Invite a company' }).first().click();
    return new InviteDialog(this.page).shown();
  }

  /** Chooses from the menu of a company's link. */
  async act(company: string, action: 'Show as QR code' | 'Extend' | 'Revoke'): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${company}` }), action);
  }

  /** Gives a link more time, such as "7 days". */
  async extend(company: string, worksFor: string): Promise<void> {
    await this.act(company, 'Extend');
    const dialog = this.page.getByRole('dialog', { name: `Extend the link of ${company}` });
    await dialog.getByLabel('Link works for').selectOption({ label: worksFor });
    await dialog.getByRole('button', { name: 'Extend' }).click();
    await expect(dialog).toHaveCount(0);
  }

  async revoke(company: string): Promise<void> {
    await this.act(company, 'Revoke');
    const question = this.page.getByRole('alertdialog', { name: `Revoke the link of ${company}?` });
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(question).toHaveCount(0);
  }
}
