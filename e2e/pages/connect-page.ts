import { expect, type Locator, type Page } from '@playwright/test';

/** The customer's page behind an invite link, whatever it shows. */
export class ConnectPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, url: string): Promise<ConnectPage> {
    await page.goto(url);
    return new ConnectPage(page);
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async chooseLanguage(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('combobox').selectOption({ label: name });
  }

  /** The category's platforms, to choose from. */
  async choosePlatform(name: string): Promise<CredentialsForm> {
    await expect(this.heading('Choose your platform')).toBeVisible();
    await this.page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    return new CredentialsForm(this.page, name).shown();
  }
}

/** The form of one platform's sign-in. */
export class CredentialsForm {
  readonly page: Page;
  readonly platform: string;

  constructor(page: Page, platform: string) {
    this.page = page;
    this.platform = platform;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: `Connect ${this.platform}` })).toBeVisible();
    return this;
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Fills the fields in by their labels and sends the form, whatever comes of it. */
  async submit(values: Record<string, string> = {}): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value);
    await this.page.getByRole('button', { name: `Connect ${this.platform}` }).click();
  }

  async connect(values: Record<string, string>): Promise<FirstSync> {
    await this.submit(values);
    return new FirstSync(this.page, this.platform);
  }

  /** What stands under a field. */
  async problemOf(label: string, words: string | RegExp): Promise<void> {
    await expect(this.field(label)).toHaveAttribute('aria-invalid', 'true');
    await expect(this.field(label)).toHaveAccessibleDescription(words);
  }
}

/** The first sync as the customer watches it. */
export class FirstSync {
  readonly page: Page;
  readonly platform: string;

  constructor(page: Page, platform: string) {
    this.page = page;
    this.platform = platform;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Reading your books' })).toBeVisible();
    return this;
  }

  /** One model's line. */
  model(name: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async done(): Promise<ConnectedPage> {
    return new ConnectedPage(this.page, this.platform).shown();
  }
}

/** What a customer sees once connected, also when they come back later. */
export class ConnectedPage {
  readonly page: Page;
  readonly platform: string;

  constructor(page: Page, platform: string) {
    this.page = page;
    this.platform = platform;
  }

  async shown(): Promise<this> {
    const heading = this.page.getByRole('heading', { level: 1, name: `${this.platform} is connected` });
    await expect(heading).toBeVisible({ timeout: 30_000 });
    return this;
  }

  /** The value beside a name. */
  fact(label: string): Locator {
    return this.page.getByRole('main').locator('dl > div', { hasText: label }).getByRole('definition');
  }

  async signInAgain(): Promise<CredentialsForm> {
    await this.page.getByRole('link', { name: 'Sign in again' }).click();
    return new CredentialsForm(this.page, this.platform).shown();
  }

  /** Takes access back, and says yes to the question. */
  async disconnect(): Promise<CredentialsForm> {
    await this.page.getByRole('button', { name: 'Disconnect' }).click();
    const question = this.page.getByRole('alertdialog', { name: `Disconnect ${this.platform}?` });
    await question.getByRole('button', { name: 'Disconnect' }).click();
    return new CredentialsForm(this.page, this.platform).shown();
  }
}
