import { expect, type Locator, type Page } from '@playwright/test';

/** What companies of a platform are set to when they connect. */
export class SyncDefaultsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, platform: 'Sandbox' | 'Tryton'): Promise<SyncDefaultsPage> {
    await page.goto(`/settings/sync-defaults/${platform.toLowerCase()}`);
    await expect(page.getByRole('table', { name: `Defaults of ${platform}` })).toBeVisible();
    return new SyncDefaultsPage(page);
  }

  row(model: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(model, { exact: true }) });
  }

  async edit(model: string): Promise<DefaultDialog> {
    await this.page.getByRole('button', { name: `Edit ${model.toLowerCase()}`, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: model, exact: true });
    await expect(dialog).toBeVisible();
    return new DefaultDialog(dialog);
  }

  /** The question that says how many companies would change. */
  async passOn(platform: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Pass on to connected companies' }).click();
    return this.page.getByRole('alertdialog', { name: `Pass the defaults of ${platform} on?` });
  }
}

/** One model's defaults: first what, then for which companies. */
export class DefaultDialog {
  readonly dialog: Locator;
  readonly interval: Locator;

  constructor(dialog: Locator) {
    this.dialog = dialog;
    this.interval = dialog.getByLabel('Every', { exact: true });
  }

  async fill(schedule: { every: string; unit: string }): Promise<void> {
    await this.interval.fill(schedule.every);
    await this.dialog.getByLabel('Unit').selectOption({ label: schedule.unit });
  }

  async proceed(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Continue' }).click();
  }

  /** One of the two kinds of companies, with what choosing it would do. */
  audience(name: string): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
