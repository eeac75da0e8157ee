import type { Integration } from '../../db/schema/enums.ts';
import type { Language } from '../format/language.ts';
import { type FailureClass, failureGuides } from './errors.ts';
import { mewsDefinition } from './mews/definition.ts';
import { mewsTranslations } from './mews/translations.ts';
import { msDynamics365Definition } from './ms-dynamics-365/definition.ts';
import { msDynamics365Translations } from './ms-dynamics-365/translations.ts';
import { netsuiteDefinition } from './netsuite/definition.ts';
import { netsuiteTranslations } from './netsuite/translations.ts';
import { inWordsOf, type Translations } from './platform-words.ts';
import { productiveDefinition } from './productive/definition.ts';
import { productiveTranslations } from './productive/translations.ts';
import { sandboxDefinition } from './sandbox/definition.ts';
import { sandboxTranslations } from './sandbox/translations.ts';
import { trytonDefinition } from './tryton/definition.ts';
import { trytonTranslations } from './tryton/translations.ts';
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

/** What customers are told of them in other languages than English. */
export const translations: Partial<Record<Integration, Translations>> = {
  MEWS: mewsTranslations,
  PRODUCTIVE: productiveTranslations,
  MS_DYNAMICS_365: msDynamics365Translations,
  NETSUITE: netsuiteTranslations,
  SANDBOX: sandboxTranslations,
  TRYTON: trytonTranslations,
};

/** A definition in the words of a language; in its own English where it was not translated. */
export function definitionIn(language: Language, definition: ConnectorDefinition): ConnectorDefinition {
  if (language === 'en') return definition;
  const words = translations[definition.integration]?.[language];
  return words ? inWordsOf(definition, words) : definition;
}

/** Platforms whose rules are known though this installation has no connector of them: nothing connects to them. */
export const announcedDefinitions: Partial<Record<Integration, ConnectorDefinition>> = {};
