import { expect, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { CompanyPage } from './company-page.ts';
import { DataTable } from './data-table.ts';
import { InviteDialog } from './invite-dialog.ts';
import { ViewsMenu } from './views-menu.ts';

/** The organisation's companies. */
export class CompaniesPage {
  readonly page: Page;
  readonly table: DataTable;
  readonly views: ViewsMenu;

  constructor(page: Page) {
    this.page = page;
    this.table = new DataTable(page, 'companies', 'Search companies');
    this.views = new ViewsMenu(page);
  }

  /** Opens the list, with a query string if one is given. */
  static async open(page: Page, query = ''): Promise<CompaniesPage> {
    await page.goto(`/companies${query}`);
    return new CompaniesPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
    return this;
  }

  async openCompany(name: string): Promise<CompanyPage> {
    await this.table.row(name).getByRole('link', { name, exact: true }).click();
    return new CompanyPage(this.page, name).shown();
  }

  async inviteCompany(): Promise<InviteDialog> {
    await this.page.getByRole('button', { name: 'Invite a company' }).first().click();
    return new InviteDialog(this.page).shown();
  }

  /** Chooses in the menu of a row. */
  async act(company: string, action: 'Sync now' | 'Archive' | 'Restore'): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${company}` }), action);
  }

  /** Archives from the row and says yes to the question. */
  async archive(company: string): Promise<void> {
    await this.act(company, 'Archive');
    const question = this.page.getByRole('alertdialog', { name: `Archive ${company}?` });
    await question.getByRole('button', { name: 'Archive' }).click();
    await expect(question).toHaveCount(0);
  }
}
