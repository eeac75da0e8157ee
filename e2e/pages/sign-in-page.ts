import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../arrange/organisations.ts';
import { OverviewPage } from './overview-page.ts';

/** The page of those who are not signed in. */
export class SignInPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByLabel('E-mail');
    this.password = page.getByLabel('Password');
  }

  static async open(page: Page): Promise<SignInPage> {
    await page.goto('/sign-in');
    return new SignInPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    return this;
  }

  /** Fills the form in and sends it, whatever comes of it. */
  async submit({ email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async signIn(person: Pick<Person, 'email' | 'password'>): Promise<OverviewPage> {
    await this.submit(person);
    return new OverviewPage(this.page).shown();
  }
}
