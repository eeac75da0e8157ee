import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { listChains } from '../chains/data.ts';
import { listReferences } from '../reference-data/data.ts';
import { andInReach } from './reach.ts';

interface Option {
  value: string;
  label: string;
}

/** What the console offers to filter companies by, beside what is the same everywhere. */
export interface CompanyFilterOptions {
  tags: Option[];
  currencies: Option[];
  subsidiaries: Option[];
  chains: Option[];
  taxRates: Option[];
  documentTypes: Option[];
}

/** Tags are read from so many of the newest companies: the ones in use lately, at any number of companies. */
const newest = 2_000;
const mostTags = 50;

/** The tags in use lately, most frequent first, every currency of a company, and the organisation's own lists. */
export async function companyFilterOptions(ctx: Context): Promise<CompanyFilterOptions> {
  const [tags, currencies, chains, subsidiaries, taxRates, documentTypes] = await Promise.all([
    tagsInUse(ctx),
    currenciesInUse(ctx),
    listChains(ctx),
    listReferences(ctx, { kind: 'subsidiary' }),
    listReferences(ctx, { kind: 'tax-rate' }),
    listReferences(ctx, { kind: 'document-type' }),
  ]);
  return {
    tags: tags.map((label) => ({ value: label, label })),
    currencies: currencies.map((code) => ({ value: code, label: code })),
    subsidiaries: subsidiaries.map(option),
    chains: chains.map(option),
    taxRates: taxRates.map(option),
    documentTypes: documentTypes.map(option),
  };
}

const option = ({ id, name }: { id: number | string; name: string }): Option => ({ value: String(id), label: name });

/** The tags of the newest companies, most frequent first. */
export async function tagsInUse(ctx: Context): Promise<string[]> {
  const rows = await sqlClient()<{ tag: string }[]>`
    select min(tag) as tag from (
      select c.tag_list, c.tag_keys from companies c
      where c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} order by c.id desc limit ${newest}
    ) latest cross join lateral unnest(tag_list, tag_keys) as used (tag, key)
    group by key order by count(*) desc, key limit ${mostTags}`;
  return rows.map(({ tag }) => tag);
}

/** From one currency to the next on their index: as many steps as there are currencies. */
async function currenciesInUse(ctx: Context): Promise<string[]> {
  const rows = await sqlClient()<{ code: string }[]>`
    with recursive step (code) as (
      select min(default_currency) from companies where organisation_id = ${ctx.organisationId}
      union all
      select (
        select min(c.default_currency) from companies c
        where c.organisation_id = ${ctx.organisationId} and c.default_currency > step.code
      ) from step where step.code is not null
    )
    select code from step where code is not null`;
  return rows.map(({ code }) => code);
}
