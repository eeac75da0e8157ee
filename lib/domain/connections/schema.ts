import { z } from 'zod';
import { type Integration, integrations, type ParentModel } from '../../../db/schema/enums.ts';
import type { FailureClass } from '../../connectors/errors.ts';
import type { ConnectorDefinition, Credentials } from '../../connectors/types.ts';
import { type Issue, invalid } from '../../errors.ts';

export const connectInput = z.object({
  integration: z.enum(integrations),
  /** By field name of the platform's form. */
  credentials: z.record(z.string().max(100), z.string().max(2000)),
});
export type ConnectInput = z.infer<typeof connectInput>;

/**
 * What came of a connect attempt. A refusal by the platform is an expected outcome: nothing is stored, save a sign-in that
 * leads to another company than before, which waits to be confirmed.
 * `syncId` is null when no model is switched on.
 */
export type ConnectOutcome =
  | { connected: true; companyId: number; integration: Integration; entityName: string; syncId: string | null }
  | {
      connected: false;
      failureClass: FailureClass;
      /** For the customer, in plain words. */
      message: string;
      /** The credentials field to blame, where one is. */
      field: string | null;
      /** The company that the sign-in leads to, where it is another one than before. */
      leadsTo: string | null;
    };

/** A model that is switched on, as its customer is told of it. */
export interface ModelReading {
  dataModel: ParentModel;
  lastSyncedAt: Date | null;
}

/** Checks a filled-in form against the platform's declaration. Throws invalid, naming every field that is wrong. */
export function parseCredentials(definition: ConnectorDefinition, given: Record<string, string>): Credentials {
  const { fields } = definition.auth;
  const issues: Issue[] = [];
  for (const name of Object.keys(given)) {
    if (!fields.some((field) => field.name === name)) {
      issues.push({ path: `credentials.${name}`, message: `is not asked for by ${definition.name}` });
    }
  }
  const credentials: Record<string, string> = {};
  for (const field of fields) {
    const value = field.type === 'password' ? (given[field.name] ?? '') : (given[field.name] ?? '').trim();
    if (value) credentials[field.name] = value;
    else if (field.required) {
      issues.push({ path: `credentials.${field.name}`, message: `${field.label} is required`, kind: 'required' });
    }
  }
  if (issues.length > 0) throw invalid(issues);
  return credentials;
}
