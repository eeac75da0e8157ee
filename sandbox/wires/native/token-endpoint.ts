import { strike } from '../../faults.ts';
import { type Answer, type Call, methodNotAllowed, Refusal } from '../../http.ts';
import type { Store } from '../../state/store.ts';
import { secretFits, type Tokens } from './tokens.ts';

const parameters = ['grant_type', 'client_id', 'client_secret'] as const;
const nowhere = { model: null, page: null, on: null };

/** `POST /oauth/token`, client credentials as a form. Answers a bearer token and which book it opens. */
export async function answerToken(call: Call, store: Store, tokens: Tokens): Promise<Answer> {
  if (call.method !== 'POST') throw methodNotAllowed('POST');
  const form = await readForm(call);
  if (form.get('grant_type') !== 'client_credentials') {
    throw new Refusal(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const book = store.bookOfClient(form.get('client_id') ?? '');
  const refused = book ? strike(book, 'credentials_refused', nowhere, () => store.changed()) : null;
  if (!book || refused || !secretFits(book, form.get('client_secret') ?? '')) {
    throw new Refusal(401, 'invalid_client', 'Client id or secret is not right', { book: book?.id });
  }
  const elsewhere = strike(book, 'wrong_company', nowhere, () => store.changed());
  const { token, expiresIn } = tokens.issue(book);
  return {
    status: 200,
    book: book.id,
    body: {
      access_token: token,
      token_type: 'bearer',
      expires_in: expiresIn,
      book_id: elsewhere?.bookId ?? book.id,
      book_name: elsewhere ? (store.book(elsewhere.bookId)?.name ?? elsewhere.bookId) : book.name,
      base_currency: book.baseCurrency,
    },
  };
}

async function readForm(call: Call): Promise<URLSearchParams> {
  const type = call.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new Refusal(415, 'unsupported_media_type', 'Send application/x-www-form-urlencoded');
  }
  const form = new URLSearchParams(await call.text());
  for (const key of form.keys()) {
    if (!parameters.includes(key as (typeof parameters)[number])) {
      throw new Refusal(400, 'invalid_request', `Unknown parameter ${key}`);
    }
  }
  for (const name of parameters) {
    if (form.getAll(name).length !== 1) throw new Refusal(400, 'invalid_request', `${name} must be given once`);
  }
  return form;
}
