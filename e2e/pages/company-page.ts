import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { ContactsTab } from './contacts-tab.ts';
import { ModelsTab } from './models-tab.ts';
import { ProfileTab } from './profile-tab.ts';
import { RecordsList } from './records-list.ts';
import { SyncsTab } from './syncs-tab.ts';

/** One company: what all its tabs share, and its overview. */
export class CompanyPage {
  readonly page: Page;
  readonly name: string;
  /** Is it fine, since when, who must act, what next. */
  readonly health: Locator;
  /** There while a sync goes on. */
  readonly liveSync: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.health = page.getByRole('region', { name: 'Health' });
    this.liveSync = page.getByRole('region', { name: 'Sync in progress' });
  }

  static async open(page: Page, company: { companyId: number; name: string }): Promise<CompanyPage> {
    await page.goto(`/companies/${company.companyId}`);
    return new CompanyPage(page, company.name).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.name, exact: true })).toBeVisible();
    return this;
  }

  async openModels(): Promise<ModelsTab> {
    await this.#openTab('Models');
    return new ModelsTab(this.page).shown();
  }

  async openSyncs(): Promise<SyncsTab> {
    await this.#openTab('Syncs');
    return new SyncsTab(this.page).shown();
  }

  async openContacts(): Promise<ContactsTab> {
    await this.#openTab('Contacts');
    return new ContactsTab(this.page).shown();
  }

  async openInvoices(): Promise<RecordsList> {
    await this.#openTab('Invoices and payments');
    return new RecordsList(this.page, 'invoices').shown();
  }

  /** The records of a model that has no tab of its own: `Journal entries`. */
  async openRecords(model: string): Promise<RecordsList> {
    await this.#openTab('Records');
    const models = this.page.getByRole('navigation', { name: 'Models' });
    await models.getByRole('link', { name: new RegExp(`^${model} ?\\d`) }).click();
    return new RecordsList(this.page, model.toLowerCase()).shown();
  }

  async openAccess(): Promise<void> {
    await this.#openTab('Access');
    await expect(this.page.getByRole('heading', { name: 'Connection', exact: true })).toBeVisible();
  }

  async openAudit(): Promise<void> {
    await this.#openTab('Audit');
    await expect(this.page.getByRole('table')).toBeVisible();
  }

  async openProfile(): Promise<ProfileTab> {
    await this.#openTab('Profile');
    return new ProfileTab(this.page).shown();
  }

  async openOverview(): Promise<this> {
    await this.#openTab('Overview');
    return this;
  }

  /** How many records of a model the freshness panel counts. */
  freshness(model: string): Locator {
    return this.page
      .getByRole('table', { name: 'Freshness by model' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: model, exact: true }) });
  }

  /** The value beside a name, among the company's facts. */
  fact(label: string): Locator {
    return this.page.getByRole('main').locator('dl > div', { hasText: label }).getByRole('definition');
  }

  /** What was changed lately, and by whom. */
  get changes(): Locator {
    return this.page.getByRole('main').getByRole('list').filter({ hasText: 'invite link' });
  }

  async syncNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sync now' }).click();
  }

  /** Waits until the page says that the sync which is going on is done. */
  async syncDone(): Promise<void> {
    await expect(this.page.getByText('The sync is done')).toBeVisible({ timeout: 30_000 });
    await expect(this.liveSync).toHaveCount(0);
  }

  /** Chooses in the menu of the company. */
  async act(action: 'Full sync' | 'Pause syncs' | 'Resume syncs' | 'Disconnect' | 'Archive'): Promise<void> {
    await choose(this.page.getByRole('button', { name: 'Actions', exact: true }), action);
  }

  /** The question that is asked before something big. */
  question(title: string): Locator {
    return this.page.getByRole('alertdialog', { name: title });
  }

  /** Says yes to the question, and waits until it is done. */
  async confirm(title: string, verb: string): Promise<void> {
    await this.question(title).getByRole('button', { name: verb }).click();
    await expect(this.question(title)).toHaveCount(0);
  }

  async restore(): Promise<void> {
    await this.page.getByRole('button', { name: 'Restore' }).click();
    await expect(this.page.getByRole('button', { name: 'Actions', exact: true })).toBeVisible();
  }

  async rename(name: string): Promise<CompanyPage> {
    await this.page.getByRole('button', { name: 'Rename' }).click();
    const dialog = this.page.getByRole('dialog', { name: `Rename ${this.name}` });
    await dialog.getByLabel('Company name').fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    return new CompanyPage(this.page, name).shown();
  }

  async #openTab(label: string): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: this.name, exact: true });
    await tabs.getByRole('link', { name: label, exact: true }).click();
    await expect(tabs.getByRole('link', { name: label, exact: true })).toHaveAttribute('aria-current', 'page');
  }
}
