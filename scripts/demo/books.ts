import type { Fault } from '../../sandbox/faults.ts';
import { demoBooks } from '../../sandbox/state/demo-books.ts';
import type { DemoCompany } from './plan.ts';

/** The books of one demo company on the sandbox platform, and what people do in them. */
export interface DemoBook {
  id: string;
  credentials: { companyKey: string; secret: string };
}

/** The sandbox's admin side, as the demo uses it. */
export class Books {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The company's book: one of the sandbox's own, or a small new one. */
  async bookFor(company: DemoCompany): Promise<DemoBook> {
    const known = demoBooks.find((book) => book.id === company.book);
    if (known) return { id: known.id, credentials: { companyKey: known.clientId, secret: known.clientSecret } };
    const id = company.name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const size = 8 + (company.name.length % 9) * 3;
    const made = await this.#call('POST', '/_admin/books', {
      id,
      name: company.name,
      base_currency: company.currency ?? 'USD',
      currencies: ['EUR', 'USD'].filter((code) => code !== company.currency),
      contacts: size,
      invoices: size * 4,
    });
    const { client_id, client_secret } = made as { client_id: string; client_secret: string };
    return { id, credentials: { companyKey: client_id, secret: client_secret } };
  }

  /** From now on the book answers with this fault. */
  async setFault(book: DemoBook, fault: Fault): Promise<void> {
    await this.#call('PUT', `/_admin/books/${book.id}/faults`, { faults: [fault] });
  }

  /** A new contact in the books. */
  async addContact(book: DemoBook, contact: { name: string; person: string; email: string }): Promise<string> {
    const { email, ...fields } = contact;
    const made = await this.#call('POST', `/_admin/books/${book.id}/contacts`, { ...fields, emails: [email] });
    return (made as { id: string }).id;
  }

  /** A new invoice for that contact, of one line. */
  async addInvoice(book: DemoBook, contactId: string, line: { description: string; unitPrice: string }): Promise<void> {
    await this.#call('POST', `/_admin/books/${book.id}/invoices`, {
      contact_id: contactId,
      lines: [{ description: line.description, quantity: '1', unit_price: line.unitPrice }],
    });
  }

  /** Somebody corrects a phone number. */
  async changePhone(book: DemoBook, contactId: string, number: string): Promise<void> {
    await this.#call('PATCH', `/_admin/books/${book.id}/contacts/${contactId}`, {
      phones: [{ kind: 'office', number }],
    });
  }

  async #call(method: string, path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : null;
  }
}
