import type { Book } from '../../state/book.ts';
import type { Store } from '../../state/store.ts';

/** What an integration signs with for one book. README.md says how they follow from the book's own key and secret. */
export interface AccountKeys {
  consumerKey: string;
  consumerSecret: string;
  tokenId: string;
  tokenSecret: string;
}

export const keysOf = ({ clientId, clientSecret }: Book): AccountKeys => ({
  consumerKey: `${clientId}-consumer`,
  consumerSecret: `${clientSecret}-consumer`,
  tokenId: `${clientId}-token`,
  tokenSecret: `${clientSecret}-token`,
});

/** A book's account id as a realm says it: capitals, `_` for `-`. */
export const accountId = ({ id }: Book): string => id.toUpperCase().replaceAll('-', '_');

export const bookOfAccount = (store: Store, realm: string): Book | undefined =>
  store.books().find((book) => accountId(book) === realm);
