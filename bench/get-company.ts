import { once } from 'node:events';
import { Agent, createServer, get, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sql } from '../db/client.ts';
import { makeOrganisation } from '../db/testing/factories.ts';
import { makeContext } from '../lib/context.ts';
import { coreV4 } from '../lib/dialects/core-v4/dialect.ts';
import { coreV4Routes } from '../lib/dialects/core-v4/routes.ts';
import { createApiKey } from '../lib/domain/api-keys/mutations.ts';
import { resetEnv } from '../lib/env.ts';
import { nodeFront } from '../lib/http/node-front.ts';
import { onDatabase } from './database.ts';
import { againstGoal, check, median, print, printTable, timed, whole } from './report.ts';

const companies = 1000;
const connections = 32;
const requests = 1000;
const rounds = 3;

/**
 * One company and a list of 50 over HTTP, key checked, counted against its limit and logged, against a bare handler that
 * asks Postgres for the same row or rows and writes them out. Both in one process, in turns.
 */
export async function getCompany(): Promise<void> {
  await onDatabase(async ({ sql }) => {
    Object.assign(process.env, {
      LOG_LEVEL: 'info',
      CORE_RATE_BURST: '1000000000',
      CORE_RATE_PER_MINUTE: '1000000000',
    });
    resetEnv();
    const { organisationId, ctx } = await makeOrganisation();
    await fill(sql, organisationId);
    const system = makeContext({ ...ctx, actor: { type: 'system', id: 'bench', label: 'bench' } });
    const { key } = await createApiKey(system, { name: 'bench' });
    const [first] = await sql<{ id: string }[]>`select min(id) as id from companies`;
    const front = nodeFront(coreV4, coreV4Routes);
    const ours = await listen((request, response) => void front.serve(request, response));
    const bare = await listen(bareHandler(sql, organisationId));
    const cases = [
      { name: 'one company', path: `/v4/core/companies/${first?.id}`, goal: 0.5 },
      { name: 'list of 50', path: '/v4/core/companies?limit=50', goal: 0.7 },
    ];
    const rows: string[][] = [];
    for (const { name, path, goal } of cases) {
      const seconds: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
      for (let round = 0; round <= rounds; round++) {
        const times = {
          bare: await timed(() => load(bare.port, path, key)),
          ours: await timed(() => load(ours.port, path, key)),
        };
        // The first round warms up.
        if (round > 0) for (const kind of ['bare', 'ours'] as const) seconds[kind].push(times[kind]);
      }
      const rate = (kind: 'ours' | 'bare') => requests / median(seconds[kind]);
      const ratio = rate('ours') / rate('bare');
      rows.push([name, whole(rate('ours')), whole(rate('bare')), ...againstGoal(ratio, goal)]);
    }
    print(`${connections} connections, medians of ${rounds} times ${whole(requests)} requests`);
    printTable(['answer', 'ours/s', 'bare/s', 'ratio', 'goal', 'reached'], rows);
    ours.close();
    bare.close();
  });
}

async function fill(sql: Sql, organisationId: number): Promise<void> {
  await sql`
    insert into companies
      (organisation_id, chain_id, number, company_code, name, name_key, created_at, updated_at, last_activity_at)
    select ${organisationId}, (select id from chains where organisation_id = ${organisationId}), n + 1000, 'B' || n,
      'Company ' || n, 'company ' || n, now(), now(), now()
    from generate_series(1, ${companies}::int) n`;
  await sql`vacuum analyze`;
}

/** What one would write by hand in ten minutes: no key, no limit, no log. */
function bareHandler(sql: Sql, organisationId: number): RequestListener {
  return async ({ url = '' }, response) => {
    const id = Number(url.split('/').at(-1));
    const body = Number.isNaN(id)
      ? {
          companies:
            await sql`select * from companies where organisation_id = ${organisationId} order by id desc limit 50`,
        }
      : { company: (await sql`select * from companies where organisation_id = ${organisationId} and id = ${id}`)[0] };
    const text = JSON.stringify({ data: body });
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
      .end(text);
  };
}

async function listen(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Sends all requests over the connections and checks each answer. */
async function load(port: number, path: string, key: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = requests;
  const one = async () => {
    while (left-- > 0) await ask({ agent, port, path, headers: { api_key: key } });
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
}

function ask(options: { agent: Agent; port: number; path: string; headers: Record<string, string> }): Promise<void> {
  return new Promise((resolve, reject) => {
    get(options, (answer) => {
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      answer.on('end', () => {
        check(answer.statusCode === 200 && size > 200, `status ${answer.statusCode}, ${size} bytes`);
        resolve();
      });
    }).on('error', reject);
  });
}
