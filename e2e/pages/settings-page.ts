import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

export type SettingsPartName =
  | 'Organisation'
  | 'Members'
  | 'Security'
  | 'Branding'
  | 'Sync defaults'
  | 'Chains'
  | 'Subsidiaries'
  | 'Tax rates'
  | 'Document types'
  | 'Projects'
  | 'Custom fields';

/** What holds for the whole organisation, part by part. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<SettingsPage> {
    await page.goto('/settings');
    return new SettingsPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    return this;
  }

  async part(name: SettingsPartName): Promise<SettingsList> {
    await this.page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 2, name })).toBeVisible();
    return new SettingsList(this.page);
  }
}

/** One list of the settings, with its entries and their form. */
export class SettingsList {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The form of a new entry, by the words of its button. */
  async add(button: string): Promise<EntryForm> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    return new EntryForm(this.page.getByRole('dialog')).shown();
  }

  /** Chooses from an entry's menu. */
  async act(name: string, action: string): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${name}`, exact: true }), action);
  }

  async edit(name: string, verb: 'Edit' | 'Rename' = 'Edit'): Promise<EntryForm> {
    await this.act(name, verb);
    return new EntryForm(this.page.getByRole('dialog')).shown();
  }

  /** Asks for an entry to be deleted and says yes; the question stays when it is refused. */
  async delete(name: string): Promise<Locator> {
    await this.act(name, 'Delete');
    const question = this.page.getByRole('alertdialog', { name: `Delete ${name}?` });
    await question.getByRole('button', { name: 'Delete' }).click();
    return question;
  }
}

/** The form of an entry in its dialog. */
export class EntryForm {
  readonly dialog: Locator;
  readonly name: Locator;

  constructor(dialog: Locator) {
    this.dialog = dialog;
    this.name = dialog.getByLabel('Name', { exact: true });
  }

  async shown(): Promise<this> {
    await expect(this.name).toBeVisible();
    return this;
  }

  async submit(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: /^(Add|Save)/ })
      .last()
      .click();
  }

  /** Saves, and waits until the form is gone. */
  async save(): Promise<void> {
    await this.submit();
    await expect(this.dialog).toHaveCount(0);
  }
}
