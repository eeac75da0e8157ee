import { expect, type Locator, type Page } from '@playwright/test';
import { CompaniesPage } from './companies-page.ts';
import { CompanyPage } from './company-page.ts';
import { InviteDialog } from './invite-dialog.ts';

/** What needs somebody now, and how the syncs go. */
export class OverviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<OverviewPage> {
    await page.goto('/');
    return new OverviewPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    return this;
  }

  async inviteCompany(): Promise<InviteDialog> {
    await this.page.getByRole('button', { name: 'Invite a company' }).first().click();
    return new InviteDialog(this.page).shown();
  }

  /** How far customers came with their links. */
  get funnel(): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { level: 2, name: 'Invite links' }) });
  }

  /** How many companies are in that state, as the panel of connections says. */
  async connectionsIn(health: string): Promise<number> {
    const text = await this.health(health).textContent();
    return Number(text?.replace(/\D/g, ''));
  }

  /** Follows the number to the list behind it. */
  async openConnectionsIn(health: string): Promise<CompaniesPage> {
    await this.health(health).click();
    return new CompaniesPage(this.page).shown();
  }

  /** Follows a company's name in the list of what needs attention. */
  async openAttention(company: string): Promise<CompanyPage> {
    await this.page.getByRole('main').getByRole('link', { name: company, exact: true }).click();
    return new CompanyPage(this.page, company).shown();
  }

  async chooseSpan(span: string): Promise<void> {
    const link = this.page.getByRole('navigation', { name: 'Span of time' }).getByRole('link', { name: span });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'true');
  }

  /** The number of companies in that state, with its name. */
  health(health: string) {
    return this.page.getByRole('main').getByRole('link', { name: new RegExp(`^${health} ?\\d`) });
  }
}
