import type { Integration } from '../../db/schema/enums.ts';
import { type FailureClass, failureGuides } from './errors.ts';
import { mewsDefinition } from './mews/definition.ts';
import { msDynamics365Definition } from './ms-dynamics-365/definition.ts';
import { netsuiteDefinition } from './netsuite/definition.ts';
import { productiveDefinition } from './productive/definition.ts';
import { sandboxDefinition } from './sandbox/definition.ts';
import { trytonDefinition } from './tryton/definition.ts';
import type { ConnectorDefinition } from './types.ts';

/** What each available platform is and can do: pure data, for everyone. */
export const definitions: Partial<Record<Integration, ConnectorDefinition>> = {
  MEWS: mewsDefinition,
  PRODUCTIVE: productiveDefinition,
  MS_DYNAMICS_365: msDynamics365Definition,
  NETSUITE: netsuiteDefinition,
  SANDBOX: sandboxDefinition,
  TRYTON: trytonDefinition,
};

/** What to do after a failure of a platform: its own words, where it has some. */
export const nextStepAfter = (failureClass: FailureClass, integration: Integration): string =>
  definitions[integration]?.nextSteps?.[failureClass] ?? failureGuides[failureClass].nextStep;

/** Platforms whose rules are known though this installation has no connector of them: nothing connects to them. */
export const announcedDefinitions: Partial<Record<Integration, ConnectorDefinition>> = {};
