import type { Language } from '../format/language.ts';
import type { ConnectorDefinition } from './types.ts';

/** As many texts as there are. */
type AsMany<Texts extends readonly string[]> = { readonly [Key in keyof Texts]: string };

type Field = ConnectorDefinition['auth']['fields'][number];

/** What a customer is told of a platform, in one language: the words of its definition, and as many of them. */
export interface PlatformWords<D extends ConnectorDefinition = ConnectorDefinition> {
  description: string;
  /** By the name of the field. */
  fields: {
    readonly [F in D['auth']['fields'][number] as F['name']]: F extends { help: string }
      ? Required<Pick<Field, 'label' | 'help'>>
      : Pick<Field, 'label' | 'help'>;
  };
  reads: AsMany<D['reads']>;
  writes: AsMany<D['writes']>;
}

/** A platform's words in every language but English, which its definition is written in. */
export type Translations<D extends ConnectorDefinition = ConnectorDefinition> = Readonly<
  Record<Exclude<Language, 'en'>, PlatformWords<D>>
>;

/** A definition as a customer reads it: what is said to them in their language, all else as it is. */
export function inWordsOf(definition: ConnectorDefinition, words: PlatformWords): ConnectorDefinition {
  const fields = definition.auth.fields.map((field) => ({ ...field, ...words.fields[field.name] }));
  const { description, reads, writes } = words;
  return { ...definition, description, reads, writes, auth: { ...definition.auth, fields } };
}
