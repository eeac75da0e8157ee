import { expect, type Locator, type Page } from '@playwright/test';

export interface InviteForm {
  companyName: string;
  /** A platform's name, or "Any accounting platform". */
  platform?: string;
  /** yyyy-mm-dd */
  syncFrom?: string;
  /** "7 days" */
  worksFor?: string;
}

/** Makes an invite link. */
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

  async fill({ companyName, platform, syncFrom, worksFor }: InviteForm): Promise<void> {
    await this.companyName.fill(companyName);
    if (platform) await this.dialog.getByLabel('Platform').selectOption({ label: platform });
    if (syncFrom) await this.dialog.getByLabel('Sync from').fill(syncFrom);
    if (worksFor) await this.dialog.getByLabel('Link works for').selectOption({ label: worksFor });
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Create link' }).click();
  }

  /** Makes the link and returns its address. */
  async create(form: InviteForm): Promise<string> {
    await this.fill(form);
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
