import { expect, type Locator, type Page } from '@playwright/test';

/** What the sandbox does wrong on purpose. */
export class FaultLabPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<FaultLabPage> {
    await page.goto('/settings/fault-lab');
    return new FaultLabPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 2, name: 'Fault lab' })).toBeVisible();
    return this;
  }

  /** A company with a fault on. */
  company(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Companies with a fault' })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async choose(): Promise<FaultDialog> {
    await this.page.getByRole('button', { name: 'Switch on a fault' }).click();
    return new FaultDialog(this.page.getByRole('dialog', { name: 'Switch on a fault' })).shown();
  }

  async switchOff(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Switch off the fault of ${name}` }).click();
    await expect(this.company(name)).toHaveCount(0);
  }
}

/** Which company meets which fault. */
export class FaultDialog {
  readonly dialog: Locator;

  constructor(dialog: Locator) {
    this.dialog = dialog;
  }

  async shown(): Promise<this> {
    await expect(this.dialog.getByLabel('What goes wrong')).toBeVisible();
    return this;
  }

  async pick(company: string): Promise<void> {
    await this.dialog.getByLabel('Search companies').fill(company);
    await this.dialog.getByRole('list', { name: 'Companies', exact: true }).getByLabel(company).check();
  }

  async fault(label: string): Promise<void> {
    await this.dialog.getByLabel('What goes wrong').selectOption({ label });
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Switch on', exact: true }).click();
  }

  /** Switches it on, and waits until the form is gone. */
  async switchOn(): Promise<void> {
    await this.submit();
    await expect(this.dialog).toHaveCount(0);
  }
}
