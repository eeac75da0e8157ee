import {
  type ChildModel,
  categoryOfIntegration,
  type DataModel,
  type Frequency,
  type IntegrationCategory,
  type ParentModel,
  type Scope,
  scopes,
} from '../../../db/schema/enums.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import type { Pause } from '../pauses/schema.ts';
import { type RecordModel, recordModels } from '../records/registry.ts';

/** How a model is synced. */
export interface ModelSettings {
  enabled: boolean;
  frequency: Frequency;
  interval: number;
  scopeAccess: readonly Scope[];
  syncFrom: Date | null;
}

/** What somebody set of it; null follows the level below. */
export type StoredSettings = { [K in keyof ModelSettings]: ModelSettings[K] | null };

export const builtInSettings: ModelSettings = {
  enabled: true,
  frequency: 'WEEKLY',
  interval: 2,
  scopeAccess: ['READ'],
  syncFrom: null,
};

export const nothingStored: StoredSettings = {
  enabled: null,
  frequency: null,
  interval: null,
  scopeAccess: null,
  syncFrom: null,
};

const settingNames = Object.keys(nothingStored) as (keyof ModelSettings)[];

/** A company's defaults for a model: its organisation's, else the built-in ones; syncFrom is the invite link's first. */
export function defaultSettings(organisation: StoredSettings | null, companySyncFrom: Date | null): ModelSettings {
  const own = withOverrides(builtInSettings, organisation ?? nothingStored);
  return { ...own, syncFrom: companySyncFrom ?? own.syncFrom };
}

/** Settings with what was set on top of them. */
export function withOverrides(defaults: ModelSettings, stored: StoredSettings): ModelSettings {
  return {
    enabled: stored.enabled ?? defaults.enabled,
    frequency: stored.frequency ?? defaults.frequency,
    interval: stored.interval ?? defaults.interval,
    scopeAccess: inWireOrder(stored.scopeAccess ?? defaults.scopeAccess),
    syncFrom: stored.syncFrom ?? defaults.syncFrom,
  };
}

/** Whether a company's value differs from its default because somebody set it. */
export function isOverridden(defaults: ModelSettings, stored: StoredSettings): boolean {
  return settingNames.some((name) => stored[name] !== null && !sameSetting(stored[name], defaults[name]));
}

/**
 * What is stored after a change. A value that equals the default is stored as "follows the default", so that switching
 * back is the same as never having switched.
 */
export function storedAfter(
  defaults: ModelSettings,
  stored: StoredSettings,
  change: Partial<StoredSettings>,
): StoredSettings {
  const pick = <K extends keyof ModelSettings>(name: K): StoredSettings[K] => {
    const value = change[name] === undefined ? stored[name] : (change[name] as StoredSettings[K]);
    return sameSetting(value, defaults[name]) ? null : value;
  };
  return {
    enabled: pick('enabled'),
    frequency: pick('frequency'),
    interval: pick('interval'),
    scopeAccess: pick('scopeAccess'),
    syncFrom: pick('syncFrom'),
  };
}

/** The settings in which two differ, as the audit log shows them; null when they are the same. */
export function changedSettings(before: ModelSettings, after: ModelSettings) {
  const names = settingNames.filter((name) => !sameSetting(before[name], after[name]));
  if (names.length === 0) return null;
  const only = (settings: ModelSettings) => Object.fromEntries(names.map((name) => [name, settings[name]]));
  return { before: only(before), after: only(after) };
}

/** Whether records before `before` that are not stored yet are wanted now. */
export function reachesFurtherBack(before: Date | null, after: Date | null): boolean {
  if (before === null) return false;
  return after === null || after < before;
}

function sameSetting(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return inWireOrder(a).join() === inWireOrder(b).join();
  return a === b;
}

const inWireOrder = (given: readonly Scope[]): Scope[] => scopes.filter((scope) => given.includes(scope));

/** One line of a company's sync config. */
export interface ModelConfigEntry {
  dataModel: DataModel;
  category: IntegrationCategory;
  enabled: boolean;
  frequency: Frequency;
  interval: number;
  scopeAccess: readonly Scope[];
  syncFrom: Date | null;
  /** The company's value differs from its default because somebody set it. */
  isOverridden: boolean;
  /** Lives inside another model, follows its toggle and can't be set alone. */
  isChild: boolean;
  /** Whom a child follows. */
  parentModel: ParentModel | null;
  /** When the schedule takes it next; null: never by itself. */
  dueAt: Date | null;
  lastSyncedAt: Date | null;
  /** When everything was last read, whatever had changed. */
  lastFullAt: Date | null;
  /** A person stopped its syncs; null while nobody did. */
  pause: Pause | null;
}

/** A company's stored state of one model. */
export interface ModelState {
  stored: StoredSettings;
  dueAt: Date | null;
  lastSyncedAt: Date | null;
  lastFullAt: Date | null;
  /** Which version of its organisation's defaults it follows; 0 is the built-in default. */
  defaultVersion: number;
  pause: Pause | null;
}

const registryOrder = Object.keys(recordModels) as RecordModel[];

/** The models that a platform can be read for, in the order in which a sync takes them. */
export const syncableModels = (definition: ConnectorDefinition): RecordModel[] =>
  registryOrder.filter((model) => definition.models.some((one) => one.model === model));

/** The children that come inside a model on this platform. */
export function childrenOf(definition: ConnectorDefinition, model: RecordModel): ChildModel[] {
  const declared = Object.values(recordModels[model].children).map((child): ChildModel => child.model);
  return declared.filter((child) => definition.childModels.includes(child));
}

/** Of several models that have a child, those with which people think of it. */
const homes: readonly RecordModel[] = ['CONTACT', 'INVOICE'];

/** The models that a child lives inside on this platform; the first is the one it is listed under. */
export function parentsOf(definition: ConnectorDefinition, child: DataModel): RecordModel[] {
  const parents = syncableModels(definition).filter((model) =>
    (childrenOf(definition, model) as DataModel[]).includes(child),
  );
  const home = homes.find((model) => parents.includes(model));
  return home ? [home, ...parents.filter((model) => model !== home)] : parents;
}

/** A company's whole sync config: the models its platform declares, each followed by its children. */
export function configEntries(
  definition: ConnectorDefinition,
  company: {
    syncFrom: Date | null;
    organisation: ReadonlyMap<string, StoredSettings>;
    models: ReadonlyMap<string, ModelState>;
  },
): ModelConfigEntry[] {
  const entries: ModelConfigEntry[] = [];
  for (const model of syncableModels(definition)) {
    const parent = parentEntry(definition, model, company);
    entries.push(parent);
    for (const child of childrenOf(definition, model)) {
      if (parentsOf(definition, child)[0] !== model) continue;
      entries.push({ ...parent, dataModel: child, isChild: true, parentModel: model });
    }
  }
  return entries;
}

function parentEntry(
  definition: ConnectorDefinition,
  model: RecordModel,
  company: Parameters<typeof configEntries>[1],
): ModelConfigEntry {
  const defaults = defaultSettings(company.organisation.get(model) ?? null, company.syncFrom);
  const state = company.models.get(model);
  const stored = state?.stored ?? nothingStored;
  return {
    dataModel: model,
    category: categoryOfIntegration[definition.integration],
    ...withOverrides(defaults, stored),
    isOverridden: isOverridden(defaults, stored),
    isChild: false,
    parentModel: null,
    dueAt: state?.dueAt ?? null,
    lastSyncedAt: state?.lastSyncedAt ?? null,
    lastFullAt: state?.lastFullAt ?? null,
    pause: state?.pause ?? null,
  };
}
