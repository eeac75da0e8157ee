import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { Health } from '@/lib/domain/companies/health.ts';
import type { CompanyView } from '@/lib/domain/companies/schema.ts';

/** The company's sign-in to its platform: to what it leads, since when, how it stands. Secrets are never shown. */
export function ConnectionCard({
  connection,
  platform,
  health,
  isConnected,
  variableLabels,
}: {
  connection: CompanyView['connection'];
  /** Null until one is chosen. */
  platform: string | null;
  health: Health;
  isConnected: boolean;
  /** What the platform's form calls its settings, by name. */
  variableLabels: Record<string, string>;
}) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Connection</CardTitle>
        {connection && <StatusPill tone={health.tone}>{health.label}</StatusPill>}
      </CardHeader>
      <CardContent className="grid gap-4">
        {connection ? (
          <>
            <Facts>
              <Fact label="Platform">{platform}</Fact>
              {connection.entityName && <Fact label={`Company on ${platform}`}>{connection.entityName}</Fact>}
              {connection.entityId && (
                <Fact label={`Its id on ${platform}`}>
                  <span className="code break-all">{connection.entityId}</span>
                </Fact>
              )}
              <Fact label="First connected">
                <DateTime value={connection.createdAt} />
              </Fact>
              <Fact label="In this state since">
                <DateTime value={connection.statusSince} />
              </Fact>
              {Object.entries(connection.variables).map(([name, value]) => (
                <Fact key={name} label={variableLabels[name] ?? name}>
                  <span className="code break-all">{value}</span>
                </Fact>
              ))}
            </Facts>
            <p className="text-muted-foreground text-xs">
              {isConnected
                ? 'The sign-in is stored encrypted and shown to nobody. Disconnecting erases it.'
                : 'No sign-in is stored. Your customer connects again with the link.'}
            </p>
          </>
        ) : (
          <p className="text-muted-foreground">Your customer has not connected yet.</p>
        )}
      </CardContent>
    </Card>
  );
}
