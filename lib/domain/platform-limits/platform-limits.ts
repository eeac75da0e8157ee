import { ConnectorError } from '../../connectors/errors.ts';
import type { CallWindow, ConnectorDefinition } from '../../connectors/types.ts';
import type { OutboundLimits } from '../../outbound-limits.ts';
import { bucketOf } from './call-bucket.ts';

/** What the calls of a connection keep to, as its platform's definition says. */
export function platformLimits(
  of: { companyId: number; organisationId: number },
  { integration, name, rateLimit }: Pick<ConnectorDefinition, 'integration' | 'name' | 'rateLimit'>,
): OutboundLimits {
  const named = (whose: string) => (window: CallWindow) => ({
    name: `${whose}:${window.calls}/${window.seconds}s`,
    ...bucketOf(window),
  });
  return {
    companyId: of.companyId,
    organisationId: of.organisationId,
    buckets: [
      ...rateLimit.perConnection.map(named(`connection:${of.companyId}`)),
      ...rateLimit.perApp.map(named(`app:${integration}`)),
    ],
    concurrency: rateLimit.concurrency,
    refusal: (retryAfterSeconds) =>
      new ConnectorError('rate-limit', `${name} takes no more calls for now. Nothing was sent.`, { retryAfterSeconds }),
  };
}
