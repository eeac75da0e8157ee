import type { Integration } from '../../../db/schema/enums.ts';
import { ConnectorError, type FailureEvidence } from '../../connectors/errors.ts';
import { connectorFor } from '../../connectors/registry.ts';
import type { Connector, Credentials, PlatformSession } from '../../connectors/types.ts';
import { type Sealed, unseal } from '../../crypto/key-ring.ts';
import { limitingOutbound } from '../../outbound-limits.ts';
import { platformLimits } from '../platform-limits/platform-limits.ts';
import { tokenKeeper } from './token-keeper.ts';

/** What is needed of a connection to reach its platform. */
export interface Reached {
  companyId: number;
  organisationId: number;
  integration: Integration;
  entityId: string | null;
  /** Null when the connection was closed meanwhile. */
  credentials: Sealed | null;
}

interface Failure {
  message: string;
  evidence: FailureEvidence;
}

/** A run's or a write's door to its platform: signs in when first needed, and again after `forget`. */
export interface PlatformAccess {
  connector: Connector;
  /** The open session. Throws ConnectorError. */
  session: () => Promise<PlatformSession>;
  /** Gives the session up, so that the next one signs in anew. */
  forget: () => void;
  /** Runs something whose calls keep to the platform's limits, together with those of all other processes. */
  limited: <T>(work: () => Promise<T>) => Promise<T>;
  /** A failure without the connection's secrets: some platforms say again in an error what they were sent. */
  conceal: <F extends Failure>(failure: F) => F;
  /** The connection's secret values. */
  secrets: readonly string[];
  close: () => void;
}

/** The door to a connection's platform; null where this installation has no connector for it. */
export async function platformAccess(run: Reached): Promise<PlatformAccess | null> {
  const connector = await connectorFor(run.integration);
  if (!connector) return null;
  let open: Promise<PlatformSession> | null = null;
  const secrets = secretsOf(run, connector);
  const limits = platformLimits(run, connector.definition);
  const forget = () => {
    open?.then((session) => session.close()).catch(() => {});
    open = null;
  };
  return {
    connector,
    session: async () => {
      open ??= openSession(connector, run);
      try {
        return await open;
      } catch (error) {
        open = null;
        throw error;
      }
    },
    forget,
    limited: (work) => limitingOutbound(limits, work),
    conceal: (failure) => withoutSecrets(failure, secrets),
    secrets,
    close: forget,
  };
}

function openSession(connector: Connector, run: Reached): Promise<PlatformSession> {
  const credentials = credentialsOf(run);
  return connector.open(credentials, { entityId: run.entityId }, tokenKeeper(run, credentials));
}

/** Shorter ones can't be told from ordinary words. */
const shortestSecret = 4;

function secretsOf(run: Reached, { definition }: Connector): string[] {
  if (!run.credentials) return [];
  const credentials = credentialsOf(run);
  const values = definition.auth.fields.filter((field) => field.secret).map((field) => credentials[field.name] ?? '');
  return values.filter((value) => value.length >= shortestSecret);
}

function withoutSecrets<F extends Failure>(failure: F, secrets: readonly string[]): F {
  const hide = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text);
  const evidence = Object.entries(failure.evidence).map(([name, value]) => [
    name,
    typeof value === 'string' ? hide(value) : value,
  ]);
  return { ...failure, message: hide(failure.message), evidence: Object.fromEntries(evidence) };
}

function credentialsOf(run: Reached): Credentials {
  if (!run.credentials) throw new ConnectorError('credentials', 'The connection has no credentials any more');
  return unseal(run.credentials, run) as Credentials;
}
