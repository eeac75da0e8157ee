import Link from 'next/link';
import { WriteToCustomer } from '@/components/companies/write-to-customer.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CardFooter } from '@/components/ui/card.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import type { Context } from '@/lib/context.ts';
import { statusWords } from '@/lib/domain/companies/health.ts';
import { incidentSteps } from '@/lib/domain/incidents/cause.ts';
import { incidentCompanies } from '@/lib/domain/incidents/data.ts';
import type { IncidentCompany, IncidentView } from '@/lib/domain/incidents/schema.ts';

/** The companies of an incident: those that have its trouble first, each with the button for it. */
export async function IncidentCompanies({
  ctx,
  incident,
  after,
}: {
  ctx: Context;
  incident: IncidentView;
  after: number | null;
}) {
  const { companies, next } = await incidentCompanies(ctx, { incidentId: incident.id, after });
  const mayWrite = incidentSteps[incident.cause].includes('message') && may(ctx.actor, 'invite-links.write');
  return (
    <>
      <Table label="Companies of the incident">
        <TableHeader>
          <TableRow>
            <TableHead>Company</TableHead>
            <TableHead className="max-sm:hidden">Connection</TableHead>
            <TableHead className="max-sm:hidden">Since</TableHead>
            <TableHead className="max-sm:hidden">Well again</TableHead>
            <TableActionsHead />
          </TableRow>
        </TableHeader>
        <TableBody>
          {companies.map((company) => (
            <CompanyRow key={company.id} company={company} mayWrite={mayWrite} />
          ))}
        </TableBody>
      </Table>
      {next && (
        <CardFooter>
          <Button asChild>
            <Link href={`/incidents/${incident.id}?after=${next}`}>More companies</Link>
          </Button>
        </CardFooter>
      )}
    </>
  );
}

function CompanyRow({ company, mayWrite }: { company: IncidentCompany; mayWrite: boolean }) {
  const { label, tone } = statusWords[company.status];
  const isOver = company.leftAt !== null;
  const status = (
    <StatusText tone={company.isSyncing ? 'info' : tone}>{company.isSyncing ? 'Syncing' : label}</StatusText>
  );
  return (
    <TableRow>
      <TableCell>
        <RowLink
          href={`/companies/${company.id}`}
          className="focus-ring rounded-sm font-medium underline-offset-4 hover:underline"
        >
          {company.name}
        </RowLink>
        <span className="block sm:hidden">{status}</span>
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">{status}</TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <RelativeTime value={company.since} />
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <RelativeTime value={company.leftAt} />
      </TableCell>
      <TableCell className="text-right">
        {mayWrite && !isOver && <WriteToCustomer companyId={company.id} name={company.name} size="sm" />}
      </TableCell>
    </TableRow>
  );
}
