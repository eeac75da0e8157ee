import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyExport, type ExportedLine } from '@/lib/domain/companies/export.ts';
import { fileRoute } from '@/lib/http/file-route.ts';

/** All that is stored of a company: one JSON object a line. */
export const GET = fileRoute<{ companyId: string }>(({ ctx }, _request, params) => {
  const companyId = companyIdFrom(params.companyId);
  return {
    name: `company-${companyId}`,
    ending: 'ndjson',
    contentType: 'application/x-ndjson',
    parts: asText(companyExport(ctx, { companyId })),
  };
});

async function* asText(pages: AsyncIterable<readonly ExportedLine[]>): AsyncGenerator<string> {
  for await (const lines of pages) yield lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
