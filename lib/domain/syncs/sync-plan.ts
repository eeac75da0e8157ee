import type { DataModel, ParentModel } from '../../../db/schema/enums.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Issue } from '../../errors.ts';
import { pausedWords } from '../pauses/schema.ts';
import type { ModelConfigEntry } from '../sync-config/model-config.ts';

/** What a run will read of one model. */
export interface PlannedModel {
  dataModel: ParentModel;
  /** Leave out records dated before it. */
  syncFrom: Date | null;
  /** What it does again. */
  again?: JobAgain;
  /** How many records a person agreed to see marked deleted, of a model that is not read again. */
  deletionsConfirmed?: number;
}

/** An earlier job that is done once more. */
export interface JobAgain {
  parentJobId: string;
  /** Where to begin, so that what that job kept aside is read again; null: with everything. Left out: as usual. */
  reread?: { startCursor: unknown };
  /** How many records a person agreed to see marked deleted. */
  deletionsConfirmed: number | null;
}

/** The models that are switched on and not paused, in the order in which a run takes them. */
export const enabledModels = (entries: readonly ModelConfigEntry[]): PlannedModel[] =>
  entries.filter((entry) => !entry.isChild && entry.enabled && entry.pause === null).map(planned);

const planned = (entry: ModelConfigEntry): PlannedModel => ({
  dataModel: entry.dataModel as ParentModel,
  syncFrom: entry.syncFrom,
});

/** The models somebody chose, in the order in which a run takes them, or every problem with the choice. */
export function chosenModels(
  definition: ConnectorDefinition,
  entries: readonly ModelConfigEntry[],
  choice: readonly { dataModel: DataModel; syncFrom?: Date }[],
): { models: PlannedModel[] } | { issues: Issue[] } {
  const issues = choice.flatMap(({ dataModel }, at) => {
    const message = problemOf(definition, entries, choice, at, dataModel);
    return message ? [{ path: `dataModels.${at}.dataModel`, message }] : [];
  });
  if (issues.length > 0) return { issues };
  const chosen = new Map(choice.map((one) => [one.dataModel, one.syncFrom]));
  const models = entries
    .filter((entry) => chosen.has(entry.dataModel))
    .map((entry) => ({ ...planned(entry), syncFrom: chosen.get(entry.dataModel) ?? entry.syncFrom }));
  return { models };
}

function problemOf(
  definition: ConnectorDefinition,
  entries: readonly ModelConfigEntry[],
  choice: readonly { dataModel: DataModel }[],
  at: number,
  model: DataModel,
): string | null {
  const entry = entries.find((one) => one.dataModel === model);
  if (!entry) return `${definition.name} has no ${model}`;
  if (entry.isChild) return `${model} comes with ${entry.parentModel} and can't be synced alone`;
  if (!entry.enabled) return `${model} is switched off for this company`;
  if (entry.pause) return pausedWords(model, entry.pause);
  if (choice.findIndex((one) => one.dataModel === model) < at) return `${model} is named twice`;
  return null;
}
