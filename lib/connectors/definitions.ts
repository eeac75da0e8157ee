import type { Integration } from '../../db/schema/enums.ts';
import { sandboxDefinition } from './sandbox/definition.ts';
import { trytonDefinition } from './tryton/definition.ts';
import type { ConnectorDefinition } from './types.ts';

/** What each available platform is and can do: pure data, for everyone. */
export const definitions: Partial<Record<Integration, ConnectorDefinition>> = {
  SANDBOX: sandboxDefinition,
  TRYTON: trytonDefinition,
};
