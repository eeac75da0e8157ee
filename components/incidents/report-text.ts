import type { IncidentGuide } from '@/lib/domain/incidents/cause.ts';
import type { IncidentKey, TroubledCompany } from '@/lib/domain/incidents/schema.ts';

/** What to send to whoever keeps Ledgerline up, so that they find the calls: no customer's data is in it. */
export function reportText(
  trouble: IncidentKey & { since: Date; count: number; companies: Pick<TroubledCompany, 'id' | 'syncId'>[] },
  guide: Pick<IncidentGuide, 'label' | 'summary'>,
): string {
  const { cause, integration, platformCode, since, count, companies } = trouble;
  const lines = [
    `${guide.label}: ${guide.summary}`,
    `Class: ${cause}${platformCode ? `, platform code ${platformCode}` : ''}`,
    `Platform: ${integration ?? 'any'}`,
    `Since: ${since.toISOString()}, at ${count} ${count === 1 ? 'company' : 'companies'}`,
    ...companies.map(({ id, syncId }) => `Company ${id}${syncId ? `, sync ${syncId}` : ''}`),
  ];
  return lines.join('\n');
}
