import { fromMinor } from '../money.ts';
import type { Company } from '../records/contact.ts';
import type { Account, BankAccount, Currency, Dimension, Item, ItemTerms } from '../records/setup.ts';
import { made, middlePrice } from './business.ts';
import { addresses, phones } from './contacts.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import { accountOf } from './lines.ts';
import { locales } from './locales.ts';
import type { Random } from './random.ts';
import { taxRateIdOf } from './tax-rates.ts';
import { goodsAsItems, suppliesAsItems, type Ware } from './wares.ts';

const opening = (now: number) => atHour(now - 730 * dayMs, 21, now);

/** The company itself, at home where its base currency is. */
export function generateCompany(random: Random, plan: { name: string; baseCurrency: string }, now: number): Company {
  const locale = locales[currencyFacts(plan.baseCurrency).locales[0] ?? ''];
  if (!locale) throw new Error(`No locale for ${plan.baseCurrency}`);
  const opened = opening(now);
  const host =
    plan.name
      .normalize('NFKD')
      .replace(/[^a-zA-Z]+/g, '')
      .toLowerCase()
      .slice(0, 24) || 'company';
  return {
    ...made(1, opened),
    name: plan.name,
    legalName: plan.name,
    taxNumber: locale.taxNumber ? random.fill(locale.taxNumber) : null,
    registrationNumber: random.fill(locale.registrationNumber),
    baseCurrency: plan.baseCurrency,
    yearStartsOn: `${iso(now).slice(0, 4)}-01-01`,
    opened: iso(opened),
    emails: [`office@${host}.example`],
    websites: [`https://www.${host}.example`],
    phones: phones(random, locale),
    addresses: addresses(random, locale),
  };
}

const banks = ['Northern Cross Bank', 'Harbour Savings', 'First Guild Bank', 'Meridian Trust'];

/** Every bank account of the chart, and the cash box. */
export function generateBankAccounts(random: Random, accounts: readonly Account[], now: number): BankAccount[] {
  const bank = random.pick(banks);
  const owned = accounts.filter((account) => account.group === 'bank' || account.group === 'cash');
  return owned.map((account, index) => {
    const isCash = account.group === 'cash';
    return {
      ...made(index + 1, opening(now)),
      bank: isCash ? null : bank,
      name: account.name,
      number: isCash ? null : random.fill('@@## #### #### ####'),
      kind: isCash ? 'cash' : 'current',
      balance: account.balance,
      currencyId: account.currencyId,
      accountId: account.id,
    };
  });
}

const departments = [
  ['SALES', 'Sales'],
  ['WORKSHOP', 'Workshop'],
  ['OFFICE', 'Office'],
] as const;
const places = [
  ['NORTH', 'North'],
  ['SOUTH', 'South'],
  ['ONLINE', 'Online'],
] as const;

/** Departments and regions, each with its values. */
export function generateDimensions(now: number): Dimension[] {
  const opened = opening(now);
  const one = (id: number, code: string, name: string, parentId: number | null): Dimension => ({
    ...made(id, opened),
    code,
    name,
    active: code !== 'SOUTH',
    parentId,
  });
  return [
    one(1, 'DEPT', 'Department', null),
    one(2, 'REGION', 'Region', null),
    ...departments.map(([code, name], index) => one(3 + index, code, name, 1)),
    ...places.map(([code, name], index) => one(3 + departments.length + index, code, name, 2)),
  ];
}

/** What the book's company sells, then what it buys, numbered as the lines of documents refer to them. */
export function generateItems(
  random: Random,
  input: { base: Currency; accounts: readonly Account[]; salesTax: string },
  now: number,
): Item[] {
  const { base, accounts, salesTax } = input;
  const terms = (ware: Ware, account: string, share: number): ItemTerms => ({
    description: ware.text,
    unitPrice: middlePrice(base, [ware.price[0] * share, ware.price[1] * share]),
    accountId: accountOf(accounts, account),
    taxRateId: taxRateIdOf(salesTax),
  });
  const item = (ware: Ware, id: number, isSold: boolean): Item => {
    const isStock = ware.by === 'piece' && ['4010', '4050', '5010'].includes(ware.account);
    const created = opening(now);
    return {
      ...made(
        id,
        created,
        random.chance(0.3) ? officeHours(random, created + random.next() * 720 * dayMs, now) : created,
      ),
      code: `${isSold ? 'A' : 'M'}-${String(id).padStart(3, '0')}`,
      name: ware.text,
      description: random.chance(0.4) ? `${ware.text} (${ware.by === 'piece' ? 'each' : `per ${ware.by}`})` : null,
      kind: isStock ? 'stock' : ware.by === 'piece' ? 'non_stock' : 'service',
      active: random.chance(0.95),
      onHand: isStock ? fromMinor(BigInt(random.int(0, 400)), 0) : null,
      sale: isSold ? terms(ware, ware.account, 1) : null,
      purchase: isSold && !isStock ? null : terms(ware, isSold ? '5000' : ware.account, isSold ? 0.6 : 1),
    };
  };
  return [goodsAsItems, suppliesAsItems].flatMap(({ list, firstItemId }, kind) =>
    list.map((ware, index) => item(ware, (firstItemId ?? 1) + index, kind === 0)),
  );
}
