import { z } from 'zod';
import { parseBody } from '../body.ts';
import { type Answer, type Call, methodNotAllowed, Refusal, readJson } from '../http.ts';
import { type Book, models } from '../state/book.ts';
import { generateBook } from '../state/generate/book.ts';
import { currencyTable } from '../state/generate/currency-table.ts';
import type { Store } from '../state/store.ts';

const currency = z.enum(Object.keys(currencyTable));
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower case letters, digits and hyphens');

const newBook = z.strictObject({
  id,
  name: z.string().min(1).max(200).optional(),
  client_id: z.string().min(1).max(200).optional(),
  client_secret: z.string().min(1).max(200).optional(),
  base_currency: currency.default('USD'),
  currencies: z.array(currency).max(8).default([]),
  contacts: z.int().min(0).max(1_000_000).default(20),
  invoices: z.int().min(0).max(1_000_000).default(40),
  seed: z.string().min(1).max(200).optional(),
  ephemeral: z.boolean().default(false),
});

const bookChanges = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  client_secret: z.string().min(1).max(200).optional(),
});

/** `/_admin/books` and `/_admin/books/{id}`: make, look at, rename, change the secret of, and drop books. */
export async function answerBooks(call: Call, store: Store, now: number): Promise<Answer> {
  if (call.method === 'GET') return { status: 200, body: { data: store.books().map(formatBook) } };
  if (call.method !== 'POST') throw methodNotAllowed('GET, POST');
  const given = parseBody(newBook, await readJson(call));
  const clientId = given.client_id ?? given.id;
  if (store.book(given.id)) throw new Refusal(409, 'already_there', 'A book of this id is there already');
  if (store.bookOfClient(clientId))
    throw new Refusal(409, 'already_there', 'A book of this client id is there already');
  const book = generateBook(
    {
      id: given.id,
      name: given.name ?? given.id,
      clientId,
      clientSecret: given.client_secret ?? `${given.id}-secret`,
      baseCurrency: given.base_currency,
      currencies: [...new Set(given.currencies)].filter((code) => code !== given.base_currency),
      contacts: given.contacts,
      invoices: given.invoices,
      seed: given.seed,
      ephemeral: given.ephemeral,
    },
    now,
  );
  store.add(book);
  return { status: 201, body: formatBook(book) };
}

export async function answerBook(call: Call, store: Store, book: Book): Promise<Answer> {
  if (call.method === 'GET') return { status: 200, body: formatBook(book) };
  if (call.method === 'DELETE') {
    store.remove(book.id);
    return { status: 204, body: null };
  }
  if (call.method !== 'PATCH') throw methodNotAllowed('GET, PATCH, DELETE');
  const changes = parseBody(bookChanges, await readJson(call));
  book.name = changes.name ?? book.name;
  book.clientSecret = changes.client_secret ?? book.clientSecret;
  store.changed();
  return { status: 200, body: formatBook(book) };
}

function formatBook(book: Book) {
  return {
    id: book.id,
    name: book.name,
    client_id: book.clientId,
    client_secret: book.clientSecret,
    base_currency: book.baseCurrency,
    ephemeral: book.ephemeral,
    counts: Object.fromEntries(models.map((model) => [model, book.tables[model].count()])),
    faults: book.faults,
  };
}
