import { ConnectorError } from '../../connectors/errors.ts';
import { connectorFor } from '../../connectors/registry.ts';
import type { FaultDoor } from '../../connectors/types.ts';
import { AppError, conflict } from '../../errors.ts';
import { availablePlatform } from './available.ts';

/** Whether there is a sandbox here: it is for practice, so it stands beside the demo alone. */
export const hasSandbox = (): boolean => availablePlatform('SANDBOX') !== null;

/**
 * Where the sandbox is told to fail. Throws conflict where there is none; what it gives throws unavailable while the
 * sandbox does not answer, and conflict when it does not know the company.
 */
export async function sandboxFaultDoor(): Promise<FaultDoor> {
  const door = hasSandbox() ? (await connectorFor('SANDBOX'))?.faultDoor : undefined;
  if (!door) throw conflict('This installation has no sandbox, so there is nothing to switch');
  return {
    faults: () => door.faults().catch(refuse),
    setFaults: (entityId, faults) => door.setFaults(entityId, faults).catch(refuse),
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof ConnectorError)) throw error;
  if (error.evidence.status === 404) {
    throw conflict('The sandbox has no such books, or takes no orders from this machine. Nothing was switched.');
  }
  throw new AppError(
    'unavailable',
    'The sandbox did not answer. Look here in a moment whether its faults were switched.',
    { retryAfterSeconds: 5 },
    { cause: error },
  );
}
