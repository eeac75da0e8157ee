import { expect, type Locator, type Page } from '@playwright/test';
import { ApiKeysPage } from './api-keys-page.ts';
import { CompaniesPage } from './companies-page.ts';
import { InviteLinksPage } from './invite-links-page.ts';
import { OverviewPage } from './overview-page.ts';
import { SignInPage } from './sign-in-page.ts';

/** The frame around every page of the console. */
export class Shell {
  readonly page: Page;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('navigation', { name: 'Main' });
  }

  async companies(): Promise<CompaniesPage> {
    await this.main.getByRole('link', { name: 'Companies' }).click();
    return new CompaniesPage(this.page).shown();
  }

  async inviteLinks(): Promise<InviteLinksPage> {
    await this.main.getByRole('link', { name: 'Invite links' }).click();
    return new InviteLinksPage(this.page).shown();
  }

  async apiKeys(): Promise<ApiKeysPage> {
    await this.main.getByRole('link', { name: 'API keys' }).click();
    return new ApiKeysPage(this.page).shown();
  }

  /** The name of the organisation that is shown, which opens the menu of the others. */
  organisation(name: string): Locator {
    return this.page.getByRole('button', { name: `Organisation ${name}, switch` });
  }

  async switchOrganisation(from: string, to: string): Promise<OverviewPage> {
    await this.organisation(from).click();
    await this.page.getByRole('menuitem', { name: to }).click();
    await expect(this.organisation(to)).toBeVisible();
    return new OverviewPage(this.page).shown();
  }

  async signOut(): Promise<SignInPage> {
    await this.page.getByRole('button', { name: /^Account of / }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    return new SignInPage(this.page).shown();
  }
}
