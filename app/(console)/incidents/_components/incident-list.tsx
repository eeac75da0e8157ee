import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CardFooter } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { Context } from '@/lib/context.ts';
import { platformName } from '@/lib/domain/connections/available.ts';
import { incidentGuide } from '@/lib/domain/incidents/cause.ts';
import { listIncidents } from '@/lib/domain/incidents/data.ts';
import type { IncidentView } from '@/lib/domain/incidents/schema.ts';
import { formatNumber } from '@/lib/format/number.ts';

/** A page of incidents, each a way to its companies. */
export async function IncidentList({
  ctx,
  state,
  after,
}: {
  ctx: Context;
  state: 'open' | 'closed';
  after: string | null;
}) {
  const { incidents, next } = await listIncidents(ctx, { state, after });
  if (incidents.length === 0) return state === 'open' ? <NoneOpen /> : <NoneOver />;
  const query = new URLSearchParams({ ...(state === 'closed' && { state }), ...(next && { after: next }) });
  return (
    <>
      <Table label="Incidents">
        <TableHeader>
          <TableRow>
            <TableHead>Incident</TableHead>
            <TableHead className="max-sm:hidden">Platform</TableHead>
            <TableHead numeric>Companies</TableHead>
            <TableHead className="max-sm:hidden">Began</TableHead>
            <TableHead className="max-sm:hidden">{state === 'open' ? 'Acts' : 'Ended'}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {incidents.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} />
          ))}
        </TableBody>
      </Table>
      {next && (
        <CardFooter>
          <Button asChild>
            <Link href={`/incidents?${query}`}>Older incidents</Link>
          </Button>
        </CardFooter>
      )}
    </>
  );
}

function IncidentRow({ incident }: { incident: IncidentView }) {
  const guide = incidentGuide(incident.cause, incident.integration);
  const platform = incident.integration ? platformName(incident.integration) : 'Any platform';
  const ended = incident.closedAt && <DateTime value={incident.closedAt} />;
  return (
    <TableRow className="whitespace-nowrap">
      <TableCell>
        <RowLink
          href={`/incidents/${incident.id}`}
          className="focus-ring rounded-sm underline-offset-4 hover:underline"
        >
          <StatusText
            tone={incident.closedAt ? 'neutral' : guide.tone}
            detail={incident.platformCode && <span className="max-sm:hidden">Code {incident.platformCode}</span>}
          >
            {guide.label}
          </StatusText>
        </RowLink>
        <span className="block text-muted-foreground text-xs sm:hidden">
          {platform} · {ended ?? guide.actor}
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">{platform}</TableCell>
      <TableCell numeric>{formatNumber(incident.closedAt ? incident.total : incident.current)}</TableCell>
      <TableCell className="max-sm:hidden">
        <RelativeTime value={incident.openedAt} />
      </TableCell>
      <TableCell className="max-sm:hidden">{ended ?? guide.actor}</TableCell>
    </TableRow>
  );
}

const NoneOpen = () => (
  <Empty
    icon={CircleCheck}
    title="No open incidents"
    description="Every connection that is on works, and is on time."
  />
);

const NoneOver = () => (
  <Empty title="No incidents yet" description="One that is over stays here, with the companies that had it." />
);
