import { randomUUID } from 'node:crypto';
import { type Canonical, declarationOf, type RecordModel } from '../../lib/domain/records/registry.ts';
import { writePlan } from '../../lib/domain/records/write-plan.ts';
import type { Sql } from '../client.ts';

/** A company to hang records on, with the organisation it belongs to. */
export interface TestCompany {
  organisationId: number;
  companyId: number;
}

/** A running sync of one model, as the record store is told of it. */
export interface TestRun extends TestCompany {
  syncId: string;
  jobId: string;
  claim: string;
}

/** Makes an organisation with its default chain and one company, straight in the database. */
export async function makeTestCompany(sql: Sql, name = 'Northwind'): Promise<TestCompany> {
  const [organisation] = await sql<{ id: string }[]>`
    insert into organisations (name, created_at) values (${name}, now()) returning id`;
  const organisationId = Number(organisation?.id);
  await sql`
    insert into chains (organisation_id, name, is_default, created_at)
    values (${organisationId}, 'Default', true, now())`;
  return { organisationId, companyId: await addTestCompany(sql, organisationId, name) };
}

/** Makes another company of an organisation. */
export async function addTestCompany(sql: Sql, organisationId: number, name: string): Promise<number> {
  const [company] = await sql<{ id: string }[]>`
    with chain as (
      update chains set last_number = last_number + 1 where organisation_id = ${organisationId}
      returning id, last_number
    )
    insert into companies (
      organisation_id, chain_id, number, company_code, name, name_key, created_at, updated_at, last_activity_at
    )
    select ${organisationId}, id, last_number, 'CODE' || last_number, ${name}, lower(${name}), now(), now(), now()
    from chain returning id`;
  return Number(company?.id);
}

/** Ends the company's run, if there is one, and starts another one of a single model. */
export async function startTestRun(
  sql: Sql,
  { organisationId, companyId }: TestCompany,
  model: RecordModel,
  options: { full?: boolean } = {},
): Promise<TestRun> {
  const [syncId, jobId, claim] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`update syncs set status = 'SUCCESS' where company_id = ${companyId}`;
  await sql`
    insert into syncs (
      id, organisation_id, company_id, integration, job_type, sync_type, config_mode, full_sync, status, data_models,
      claim, requested_by, request_id, created_at
    ) values (
      ${syncId}, ${organisationId}, ${companyId}, 'SANDBOX', 'PULL', 'MANUAL', 'DEFAULT', ${options.full ?? false},
      'RUNNING', ${[model]}, ${claim}, 'test', 'test', now()
    )`;
  await sql`
    insert into sync_jobs (
      id, sync_id, organisation_id, company_id, data_model, job_type, status, position, created_at
    ) values (${jobId}, ${syncId}, ${organisationId}, ${companyId}, ${model}, 'PULL', 'RUNNING', 0, now())`;
  return { organisationId, companyId, syncId, jobId, claim };
}

/** A mapped record of a model with nothing in it but what is given. */
export function canonicalRecord<M extends RecordModel>(
  model: M,
  platformId: string,
  fields: Partial<Canonical<M>['fields']> = {},
  children: Partial<Canonical<M>['children']> = {},
): Canonical<M> {
  const { columns, children: kinds } = writePlan(declarationOf(model));
  return {
    platformId,
    platformUniqueId: platformId,
    fields: { ...Object.fromEntries(columns.map(({ name }) => [name, null])), ...fields },
    children: { ...Object.fromEntries(kinds.map(({ name }) => [name, []])), ...children },
  } as unknown as Canonical<M>;
}
