import { expect, type Locator, type Page } from '@playwright/test';

/** What a company says of itself, section by section. */
export class ProfileTab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 2, name: 'Identity' })).toBeVisible();
    return this;
  }

  section(title: string): ProfileSection {
    return new ProfileSection(this.page, title);
  }
}

/** A part of the profile that is saved by itself. */
export class ProfileSection {
  readonly page: Page;
  readonly region: Locator;
  readonly title: string;

  constructor(page: Page, title: string) {
    this.page = page;
    this.title = title;
    this.region = page.getByRole('region', { name: title, exact: true });
  }

  field(label: string): Locator {
    return this.region.getByLabel(label, { exact: true });
  }

  /** Of contact data: `Add a phone`, `Move phone 2 up`. */
  async press(button: string): Promise<void> {
    await this.region.getByRole('button', { name: button, exact: true }).click();
  }

  async send(): Promise<void> {
    await this.press('Save');
  }

  async save(): Promise<void> {
    await this.send();
    await this.saved();
  }

  /** Nothing waits to be saved, and the toast has said so. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(`${this.title} saved`).first()).toBeVisible();
    await expect(this.region.getByText('Not saved yet')).toHaveCount(0);
    await expect(this.region.getByRole('button', { name: 'Save' })).toBeDisabled();
  }

  /** What stands under a field. */
  problem(words: string): Locator {
    return this.region.getByRole('alert').filter({ hasText: words });
  }
}
