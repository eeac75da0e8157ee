import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { OrganisationId } from '../../context.ts';
import { isLate } from '../freshness/late-sql.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * What is wrong at which company at this moment, a row a company and cause: `organisation_id, company_id, cause,
 * integration, platform_code, since, sync_id`. Failures in force of connections that are on; models that are late at a
 * connection that otherwise works; deletions that wait to be confirmed.
 */
export function troubles(input: { now: Date; organisationId?: OrganisationId }): Fragment {
  const sql = sqlClient();
  const { organisationId, now } = input;
  const ours = (alias: string) =>
    organisationId === undefined ? sql`` : sql`and ${sql(`${alias}.organisation_id`)} = ${organisationId}`;
  return sql`
    select x.organisation_id, x.company_id, x.failure ->> 'failureClass' as cause, x.integration,
      left(coalesce(x.failure #>> '{evidence,platformCode}', ''), 100) as platform_code,
      coalesce(x.failure_since, x.status_since) as since, (x.failure ->> 'syncId')::uuid as sync_id
    from connections x join companies c on c.id = x.company_id
    where x.failure is not null and x.status <> 'DISCONNECTED' and c.archived_at is null ${ours('x')}
    union all
    select m.organisation_id, m.company_id, 'late', null, '', min(m.due_at), null
    from model_configs m join connections x on x.company_id = m.company_id join companies c on c.id = m.company_id
    where x.failure is null and x.status = 'HEALTHY' and ${isLate(now)} ${ours('m')}
    group by m.organisation_id, m.company_id
    union all
    select j.organisation_id, j.company_id, 'deletions', null, '', min(j.end_time),
      (array_agg(j.sync_id order by j.end_time desc))[1]
    from sync_jobs j join companies c on c.id = j.company_id join connections x on x.company_id = j.company_id
    where j.status = 'FAILED' and j.failure_class is null and j.error_response ->> 'wouldVanish' is not null
      and c.archived_at is null and x.status <> 'DISCONNECTED' ${ours('j')}
      and not exists (
        select from sync_jobs again join syncs s on s.id = again.sync_id
        where again.company_id = j.company_id and again.data_model = j.data_model and again.created_at > j.created_at
          and (again.parent_job_id = j.id or (s.full_sync and again.status in ('SUCCESS', 'FAILED'))))
    group by j.organisation_id, j.company_id`;
}
