import { ConnectorError } from '../errors.ts';
import { accessAnswer, modelsAnswer } from './api-types.ts';
import type { TrytonClient } from './client.ts';

/** What contacts and invoices need, and what people call it. */
const needed: Readonly<Record<string, string>> = {
  'currency.currency': 'currencies',
  'currency.currency.rate': 'currency rates',
  'party.party': 'parties',
  'party.address': 'addresses',
  'party.contact_mechanism': 'contact mechanisms',
  'party.identifier': 'party identifiers',
  'account.account': 'accounts',
  'account.account.type': 'account types',
  'account.journal': 'journals',
  'account.move': 'account moves',
  'account.move.line': 'account move lines',
  'account.invoice': 'invoices',
  'account.invoice.line': 'invoice lines',
  'account.invoice.tax': 'invoice taxes',
};

/** What the other models need, where this Tryton has it: a sign-in that lacks rights on it is told at once. */
const further: Readonly<Record<string, string>> = {
  'company.company': 'companies',
  'account.fiscalyear': 'fiscal years',
  'account.tax': 'taxes',
  'account.tax.group': 'tax groups',
  'product.product': 'products',
  'product.template': 'product templates',
  'product.category': 'product categories',
  'bank.account': 'bank accounts',
  'bank.account.number': 'bank account numbers',
  bank: 'banks',
  'account.statement': 'bank statements',
  'account.statement.line': 'bank statement lines',
  'account.statement.journal': 'bank statement journals',
};

/**
 * Throws permission, naming what this user may not read, or which module the server lacks. `alsoFurther` looks at what
 * only some models need, too.
 */
export async function requireReadAccess(
  client: TrytonClient,
  context: object,
  { alsoFurther = false } = {},
): Promise<void> {
  const models = Object.keys(needed);
  const missing = await withoutModules(client, context, models);
  if (missing.length > 0) {
    throw new ConnectorError('permission', `This Tryton has no ${listed(missing)}; it needs the module for invoices.`, {
      field: 'database',
    });
  }
  const refused = await unreadable(client, context, [
    ...models,
    ...(alsoFurther ? await present(client, context) : []),
  ]);
  if (refused.length > 0) {
    throw new ConnectorError('permission', `This user may not read ${listed(refused)} in Tryton.`, { field: 'user' });
  }
}

/** Of the further ones those that this Tryton has. */
async function present(client: TrytonClient, context: object): Promise<string[]> {
  const models = Object.keys(further);
  const missing = await withoutModules(client, context, models);
  return models.filter((model) => !missing.includes(model));
}

/** Whether a model is there and this user may read it. */
export async function mayRead(client: TrytonClient, context: object, model: string): Promise<'yes' | 'no' | 'absent'> {
  if ((await withoutModules(client, context, [model])).length > 0) return 'absent';
  return (await unreadable(client, context, [model])).length > 0 ? 'no' : 'yes';
}

async function withoutModules(client: TrytonClient, context: object, models: readonly string[]): Promise<string[]> {
  const known = await client.call({
    method: 'ir.model.search_read',
    args: [[['model', 'in', models]], 0, null, null, ['model']],
    context,
    answer: modelsAnswer,
  });
  const names = new Set(known.map(({ model }) => model));
  return models.filter((model) => !names.has(model));
}

async function unreadable(client: TrytonClient, context: object, models: readonly string[]): Promise<string[]> {
  const access = await client.call({
    method: 'ir.model.access.get_access',
    args: [models],
    context,
    answer: accessAnswer,
  });
  return models.filter((model) => !access[model]?.read);
}

const listed = (models: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(
    models.map((model) => needed[model] ?? further[model] ?? model),
  );
