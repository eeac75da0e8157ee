import type { ConnectorDefinition, WriteCapability } from '../../connectors/types.ts';
import { AppError, type Issue, invalid, type PlatformErrorDetail } from '../../errors.ts';
import type { Pause } from '../pauses/schema.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';
import { pauseRefusal } from './pause.ts';
import type { NewWrite, WriteInput } from './schema.ts';
import { notAvailable } from './target.ts';
import type { WriteOperation } from './write-fields.ts';

/** A company's platform, as far as writing to it is concerned. */
export interface WriteTarget {
  definition: ConnectorDefinition;
  /** Whether this installation can reach the platform. */
  isAvailable: boolean;
  /** Why the connection can't be used; null when it can. */
  problem: string | null;
  /** A person's pause of the whole connection; those of models are in `entries`. */
  pause: Pause | null;
  entries: readonly ModelConfigEntry[];
}

/** The scope that an operation needs. */
export const scopeOf = { create: 'CREATE', update: 'UPDATE' } as const satisfies Record<WriteOperation, string>;

/**
 * Checks records against what their platform is and the company allows, before anything is stored or sent, and gives how
 * the platform is written. First what the platform requires of raw_data. Throws invalid with every problem of the input,
 * forbidden when the company's models don't allow it.
 */
export function checkWrite(target: WriteTarget, input: WriteInput): WriteCapability {
  const { definition } = target;
  refuseMissing(definition, missingRawData(definition, input));
  if (!target.isAvailable) throw invalid({ path: '', message: notAvailable(definition.name) });
  if (target.problem) throw invalid({ path: '', message: target.problem });
  const capability = definition.writable.find((one) => one.model === input.model);
  if (!capability?.operations.includes(input.operation)) throw denied(definition, cannot(definition, input));
  refusePaused(target, input.model);
  requireScope(target, input);
  const issues = input.records.flatMap((record) => unknownFields(definition, capability, record));
  if (issues.length > 0) throw invalid(issues);
  if (input.operation === 'create') refuseMissing(definition, missingFields(capability, input));
  return capability;
}

const cannot = ({ name }: ConnectorDefinition, { model, operation }: WriteInput) =>
  `${operation === 'create' ? 'Making' : 'Changing'} ${wordsOf(model)} is not possible on ${name}. Nothing was written`;

const wordsOf = (model: string) => `${model.toLowerCase().replaceAll('_', ' ')}s`;

/** Throws forbidden while a person paused the connection or the model: a pause stops reading and writing. */
export function refusePaused({ definition, pause, entries }: WriteTarget, model: string): void {
  if (pause) throw denied(definition, pauseRefusal('The company', pause));
  const paused = entries.find((one) => one.dataModel === model)?.pause;
  if (paused) throw denied(definition, pauseRefusal(model, paused));
}

function requireScope({ definition, entries }: WriteTarget, { model, operation }: WriteInput): void {
  const scope = scopeOf[operation];
  const entry = entries.find((one) => one.dataModel === model);
  if (entry?.scopeAccess.includes(scope)) return;
  throw denied(
    definition,
    `The company's sync config does not allow ${scope} for ${model}. Nothing was written; add it to scope_access first`,
  );
}

function denied({ integration }: ConnectorDefinition, message: string): AppError<'forbidden'> {
  return new AppError('forbidden', message, { platform: { code: 'operation-denied', message, integration } });
}

/** Whether something was given; null and empty text say nothing. */
const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function missingRawData({ name, requiredRawData }: ConnectorDefinition, { model, records }: WriteInput): Issue[] {
  const required = requiredRawData[model] ?? [];
  return records.flatMap(({ at, rawData }) =>
    required
      .filter((key) => !isGiven(rawData[key]))
      .map((key) => ({ path: `${at}.raw_data.${key}`, message: `is required by ${name}` })),
  );
}

function missingFields({ required }: WriteCapability, { records }: WriteInput): Issue[] {
  return records.flatMap(({ at, fields }) =>
    required
      .filter((name) => !isGiven((fields as Record<string, unknown>)[name]))
      .map((name) => ({ path: `${at}.${name}`, message: 'is required by the platform' })),
  );
}

function refuseMissing({ integration }: ConnectorDefinition, issues: Issue[]): void {
  const [first] = issues;
  if (!first) return;
  const detail: PlatformErrorDetail = {
    code: 'missing-params',
    message: `${first.path} ${first.message}`,
    field: first.path,
    integration,
  };
  throw invalid(issues, detail);
}

/** A field that the platform has no place for would be lost without a word. */
function unknownFields({ name }: ConnectorDefinition, { fields }: WriteCapability, record: NewWrite): Issue[] {
  return Object.keys(record.fields)
    .filter((field) => !fields.includes(field))
    .map((field) => ({
      path: `${record.at}.${field}`,
      message: `has no place on ${name}; it takes ${fields.join(', ')}`,
    }));
}
