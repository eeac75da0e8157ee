import { randomUUID } from 'node:crypto';
import { env } from '../../lib/env.ts';
import type { Fault } from '../../sandbox/faults.ts';

/** Books of one test on the sandbox platform. */
export interface Book {
  id: string;
  name: string;
  credentials: { companyKey: string; secret: string };
}

/** Makes small books with that many contacts, the same ones every time. They are not kept when the sandbox ends. */
export async function makeBook(options: { name?: string; contacts?: number; invoices?: number } = {}): Promise<Book> {
  const { name = 'Pemberton Tools Ltd', contacts = 12, invoices = 20 } = options;
  const id = `e2e-${randomUUID().slice(0, 8)}`;
  const secret = `secret-of-${id}`;
  const plan = { contacts, invoices, seed: 'browser tests', ephemeral: true };
  await admin('POST', '/books', { id, name, client_secret: secret, ...plan });
  return { id, name, credentials: { companyKey: id, secret } };
}

/** From now on the books answer with these faults; none makes them well again. */
export const setFaults = (book: Book, faults: Fault[]) => admin('PUT', `/books/${book.id}/faults`, { faults });

/** Somebody adds a customer in the books. */
export const addContact = (book: Book, contact: { name: string; emails?: string[]; phones?: object[] }) =>
  admin('POST', `/books/${book.id}/contacts`, contact) as Promise<{ id: string }>;

/** Somebody writes an invoice of one line to a customer. */
export const addInvoice = (book: Book, contact: { id: string }, unitPrice: string) =>
  admin('POST', `/books/${book.id}/invoices`, {
    contact_id: contact.id,
    lines: [{ description: 'Services', quantity: '1', unit_price: unitPrice }],
  }) as Promise<{ id: string }>;

/** Somebody deletes a customer in the books. */
export const deleteContact = (book: Book, id: string) => admin('DELETE', `/books/${book.id}/contacts/${id}`);

async function admin(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${env().sandboxUrl}/_admin${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${text}`);
  return text ? JSON.parse(text) : null;
}
