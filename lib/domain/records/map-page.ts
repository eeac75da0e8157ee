import { RecordRejected } from '../../connectors/errors.ts';
import type { Connector, PulledPage } from '../../connectors/types.ts';
import { log } from '../../log.ts';
import type { PageRecord, PageRejection } from './page.ts';
import { preparedRecord } from './record-hash.ts';
import type { RecordModel } from './registry.ts';

/** A page that is ready to be stored. */
export interface MappedPage {
  records: PageRecord[];
  rejected: PageRejection[];
  checkpoint: unknown;
}

/** Parses, maps and hashes a page record by record; what can't be mapped is set aside with its reason. */
export function mapPage(connector: Connector, model: RecordModel, page: PulledPage): MappedPage {
  const mapped: MappedPage = { records: [], rejected: [], checkpoint: page.checkpoint };
  for (const raw of page.records) {
    try {
      mapped.records.push(preparedRecord(connector.map(model, raw), raw));
    } catch (error) {
      mapped.rejected.push({ platformId: idOf(connector, model, raw), ...reasonOf(error, model), raw });
    }
  }
  return mapped;
}

function reasonOf(error: unknown, model: RecordModel): { reason: string; field: string | null } {
  if (error instanceof RecordRejected) return { reason: error.message, field: error.field ?? null };
  log().error({ model, err: error }, 'a mapper stumbled over a record');
  return { reason: 'could not be mapped', field: null };
}

function idOf(connector: Connector, model: RecordModel, raw: unknown): string | null {
  try {
    return connector.identify(model, raw);
  } catch {
    // As unreadable as the rest of it.
    return null;
  }
}
