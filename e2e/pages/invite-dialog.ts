import { expect, type Locator, type Page } from '@playwright/test';

export interface InviteForm {
  /** Of a new company. */
  companyName: string;
  /** The company is there already, and is found by its name. */
  existing?: boolean;
  /** A platform's name, or "Any accounting platform". */
  platform?: string;
  /** yyyy-mm-dd */
  syncFrom?: string;
  /** Models that are not to be read, by their names. */
  without?: string[];
  /** "7 days" */
  worksFor?: string;
  redirectUrl?: string;
}

/** Makes an invite link, step by step. */
export class InviteDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly companyName: Locator;
  /** The made link, to read and to copy. */
  readonly link: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.companyName = this.dialog.getByLabel('Company name');
    this.link = this.dialog.getByRole('textbox', { name: 'Invite link' });
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('dialog', { name: 'Invite a company' })).toBeVisible();
    return this;
  }

  /** Presses on to the next step, or creates the link on the last one. */
  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^(Next|Create link)$/ }).click();
  }

  /** For whom; then the step of the data. */
  async fillCompany({ companyName, existing }: InviteForm): Promise<void> {
    if (existing) {
      await this.dialog.getByRole('radio', { name: 'An existing company' }).check();
      await this.dialog.getByLabel('Search companies').fill(companyName);
      await this.dialog.getByRole('radio', { name: companyName }).check();
    } else {
      await this.companyName.fill(companyName);
    }
    await this.submit();
    await expect(this.dialog.getByLabel('Platform')).toBeVisible();
  }

  /** What is read; then the step of the link itself. */
  async fillData({ platform, syncFrom, without = [] }: InviteForm): Promise<void> {
    if (platform) await this.dialog.getByLabel('Platform').selectOption({ label: platform });
    if (syncFrom) await this.dialog.getByLabel('Sync from').fill(syncFrom);
    if (without.length > 0) await this.dialog.getByRole('switch', { name: 'As the sync defaults have it' }).click();
    for (const model of without) await this.dialog.getByRole('checkbox', { name: model, exact: true }).uncheck();
    await this.submit();
    await expect(this.dialog.getByLabel('Link works for')).toBeVisible();
  }

  /** Makes the link and returns its address. */
  async create(form: InviteForm): Promise<string> {
    await this.fillCompany(form);
    await this.fillData(form);
    if (form.worksFor) await this.dialog.getByLabel('Link works for').selectOption({ label: form.worksFor });
    if (form.redirectUrl) await this.dialog.getByLabel('Go on to').fill(form.redirectUrl);
    await this.submit();
    await expect(this.page.getByRole('dialog', { name: `The link for ${form.companyName} is ready` })).toBeVisible();
    return this.link.inputValue();
  }

  /** Presses copy and returns what a person could paste now. */
  async copy(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.dialog.getByRole('button', { name: 'Copy invite link' }).click();
    await expect(this.dialog.getByRole('status')).toHaveText('Copied');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
