import type { Contact } from '../records/contact.ts';
import type { Currency } from '../records/setup.ts';
import { currencyFacts } from './currency-table.ts';
import { atHour, dayMs, iso, officeHours } from './dates.ts';
import { type Locale, locales, type Word } from './locales.ts';
import type { Random } from './random.ts';

/** Customers and suppliers with names in their own script. A third came over from an older system at one instant. */
export function generateContacts(
  random: Random,
  currencies: readonly Currency[],
  count: number,
  now: number,
): Contact[] {
  const taken = new Set<string>();
  const start = now - 730 * dayMs;
  const migrated = atHour(start, 22, now);
  const contacts: Contact[] = [];
  for (let index = 0; index < count; index++) {
    const isMigrated = index < count / 3;
    const day = start + ((index - count / 3) / Math.max(1, (count * 2) / 3)) * 725 * dayMs;
    const created = isMigrated ? migrated : officeHours(random, day, now - 60_000);
    const edited = random.chance(0.25)
      ? officeHours(random, created + random.next() * (now - created), now - 60_000)
      : 0;
    contacts.push({
      id: index + 1,
      created: iso(created),
      modified: iso(Math.max(created, edited)),
      deleted: null,
      externalId: null,
      ...describeContact(random, pickCurrency(random, currencies), taken),
    });
  }
  return contacts;
}

/** The base currency is the commonest, the others share the rest. */
function pickCurrency(random: Random, currencies: readonly Currency[]): Currency {
  const others = currencies.filter((currency) => !currency.base);
  const base = currencies.find((currency) => currency.base) ?? random.pick(currencies);
  return others.length > 0 && random.chance(0.45) ? random.pick(others) : base;
}

function describeContact(random: Random, currency: Currency, taken: Set<string>) {
  const code = random.pick(currencyFacts(currency.code).locales);
  const locale = locales[code];
  if (!locale) throw new Error(`No locale ${code}`);
  const { name, latin } = uniqueName(random, locale, taken);
  const domain = `${latin}.example`;
  const role = random.next();
  const standing = random.next();
  return {
    name,
    person: random.chance(0.85) ? random.pick(locale.people) : null,
    kind: role < 0.78 ? ('customer' as const) : role < 0.92 ? ('supplier' as const) : ('both' as const),
    status:
      standing < 0.88
        ? ('active' as const)
        : standing < 0.95
          ? ('inactive' as const)
          : standing < 0.98
            ? ('archived' as const)
            : ('blocked' as const),
    currencyId: currency.id,
    taxNumber: locale.taxNumber && random.chance(0.7) ? random.fill(locale.taxNumber) : null,
    registrationNumber: random.chance(0.5) ? random.fill(locale.registrationNumber) : null,
    emails: [`accounts@${domain}`, ...(random.chance(0.3) ? [`orders@${domain}`] : [])],
    websites: random.chance(0.6) ? [`https://www.${domain}`] : [],
    phones: phones(random, locale),
    addresses: addresses(random, locale),
  };
}

export function phones(random: Random, locale: Locale): Contact['phones'] {
  return [
    ...(random.chance(0.9) ? [{ kind: 'office' as const, number: random.fill(locale.office) }] : []),
    ...(random.chance(0.5) ? [{ kind: 'mobile' as const, number: random.fill(locale.mobile) }] : []),
    ...(random.chance(0.08) ? [{ kind: 'fax' as const, number: random.fill(locale.office) }] : []),
  ];
}

export function addresses(random: Random, locale: Locale): Contact['addresses'] {
  const kinds = random.chance(0.25) ? (['billing', 'delivery'] as const) : (['billing'] as const);
  return kinds.map((kind) => {
    const [city, region, postcode] = random.pick(locale.cities);
    const street = random.pick(locale.streets);
    const number = random.int(1, 180);
    return {
      kind,
      street: locale.streetForm === 'number-first' ? `${number} ${street}` : `${street} ${number}`,
      district: null,
      city,
      region,
      country: locale.country,
      postcode: random.fill(postcode),
    };
  });
}

function uniqueName(random: Random, locale: Locale, taken: Set<string>): { name: string; latin: string } {
  for (let attempt = 0; ; attempt++) {
    const word = random.pick(locale.words);
    const plain = random
      .pick(locale.forms)
      .replace('{w}', typeof word === 'string' ? word : word[0])
      .replace('{t}', random.pick(locale.trades));
    const name = attempt < 12 ? plain : `${plain} ${taken.size + 1}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { name, latin: `${latinOf(word)}-${taken.size}` };
  }
}

/** The part of a host name made from a word: ASCII letters and hyphens. */
function latinOf(word: Word): string {
  const text = typeof word === 'string' ? word : word[1];
  return text
    .replace(/ß/g, 'ss')
    .replace(/[Łł]/g, 'l')
    .replace(/[Œœ]/g, 'oe')
    .normalize('NFD')
    .replace(/[^a-zA-Z]+/g, '')
    .toLowerCase();
}
