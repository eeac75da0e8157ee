import { backfill } from './backfill.ts';
import { companies } from './companies.ts';
import { getCompany } from './get-company.ts';
import { ingest } from './ingest.ts';
import { list } from './list.ts';
import { pages } from './pages.ts';
import { pull } from './pull.ts';
import { tables } from './tables.ts';
import { write } from './write.ts';

/** `npm run bench -- <name>`: prints a table and ratios. A wrong answer of what is measured ends it with exit code 1. */
const benchmarks: Record<string, { about: string; run: () => Promise<void> }> = {
  backfill: { about: 'a first sync of 100,000 invoices over three wires: how much memory it takes', run: backfill },
  company: { about: 'one company and a list of 50 over HTTP, against a bare handler', run: getCompany },
  ingest: { about: 'storing pages of records, against COPY of the same rows', run: ingest },
  pull: { about: 'the whole pull path from a local platform, against COPY of the same rows', run: pull },
  companies: { about: 'lists of a million companies: pages, sorts, filters, totals, walks', run: companies },
  tables: { about: "the next page of the console's companies table at a million companies", run: tables },
  write: { about: 'synchronous invoice payments, added to the time of a platform on this machine', run: write },
  pages: { about: 'Lighthouse on the pages people look at most, from a started demo', run: pages },
  list: { about: 'lists of 1,000 contacts with four expansions', run: list },
};

const name = process.argv[2] ?? '';
const chosen = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (chosen) await chosen.run();
else {
  const lines = Object.entries(benchmarks).map(([word, { about }]) => `  ${word.padEnd(8)} ${about}`);
  process.stderr.write(`Usage: npm run bench -- <name>\n${lines.join('\n')}\n`);
  process.exitCode = 2;
}
