import { endAfter } from '@/components/api-keys/lifetimes.ts';
import type { CreateAccessTokenInput } from '@/lib/domain/access-tokens/schema.ts';

/** What the form of a token says, as the domain takes it. `now` is when its lifetime begins, in ms. */
export function readTokenForm(form: FormData, now: number): CreateAccessTokenInput {
  const text = (name: string) => String(form.get(name) ?? '');
  const common = {
    name: text('name'),
    readOnly: text('access') === 'read',
    expiresAt: endAfter(text('lifetime'), now),
  };
  if (text('dialect') !== 'connector') return { dialect: 'jsonapi', ...common };
  return {
    dialect: 'connector',
    ...common,
    chainIds: form.getAll('chainIds').map(String),
    clientId: text('clientId') || null,
  };
}
