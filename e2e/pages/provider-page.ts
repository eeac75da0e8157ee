import { expect, type Page } from '@playwright/test';

/** The pages of the provider of single sign-on, which are another site's. */
export class ProviderPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Follows the button of the sign-in page, or of an invitation. */
  static async comeTo(page: Page, name: string): Promise<ProviderPage> {
    // Its pages ask the internet for a font.
    await page.route('https://fonts.googleapis.com/**', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    );
    await page.getByRole('link', { name: `Continue with ${name}` }).click();
    await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
    return new ProviderPage(page);
  }

  /** Says who one is, and that the installation may know it. */
  async signIn(login: string): Promise<void> {
    await this.page.getByPlaceholder('Enter any login').fill(login);
    await this.page.getByPlaceholder('and password').fill('any');
    await this.page.getByRole('button', { name: 'Sign-in' }).click();
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async turnBack(): Promise<void> {
    await this.page.getByRole('link', { name: 'Cancel' }).click();
  }
}
