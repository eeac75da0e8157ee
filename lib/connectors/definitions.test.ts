import { expect, test } from 'vitest';
import { type Integration, integrations } from '../../db/schema/enums.ts';
import { declarationOf } from '../domain/records/registry.ts';
import { announcedDefinitions, definitionIn, definitions, nextStepAfter, translations } from './definitions.ts';
import { failureClasses, failureGuides } from './errors.ts';
import { connectorFor } from './registry.ts';

test('every platform that is offered has a connector, and every connector is offered', async () => {
  for (const integration of integrations) {
    const connector = await connectorFor(integration);
    expect([integration, connector?.definition ?? null]).toEqual([integration, definitions[integration] ?? null]);
  }
});

test.each(Object.entries({ ...definitions, ...announcedDefinitions }))(
  '%s is told of under its own name, with fields that a write can have',
  (integration, definition) => {
    expect(definition.integration).toBe(integration as Integration);
    for (const { fields, required } of definition.writable)
      expect(fields).toEqual(expect.arrayContaining([...required]));
    expect(definition.scopes.includes('CREATE')).toBe(
      definition.writable.some(({ operations }) => operations.some((one) => one === 'create')),
    );
  },
);

test.each(Object.entries({ ...definitions, ...announcedDefinitions }))(
  '%s leaves out what is dated before syncFrom in every model that has a date, and in no other',
  (_integration, { models }) => {
    const dated = models.map(({ model }) => [model, declarationOf(model).dateColumn !== undefined]);
    expect(models.map(({ model, honoursSyncFrom }) => [model, honoursSyncFrom])).toEqual(dated);
  },
);

test.each(Object.entries({ ...definitions, ...announcedDefinitions }))(
  '%s says its own next steps in whole sentences',
  (_integration, { nextSteps = {} }) => {
    for (const text of Object.values(nextSteps)) expect(text).toMatch(/^[A-Z].*\.$/);
  },
);

test.each(['TRYTON', 'MS_DYNAMICS_365', 'NETSUITE', 'PRODUCTIVE'] as const)(
  '%s says in its own words where its customer gives a sign-in and rights',
  (integration) => {
    for (const failureClass of ['credentials', 'permission'] as const) {
      expect(nextStepAfter(failureClass, integration)).not.toBe(failureGuides[failureClass].nextStep);
    }
  },
);

/** What a person has to look for on the vendor's side. */
test.each([
  ['NETSUITE', 'credentials', /access token.*Login Audit Trail/],
  ['NETSUITE', 'permission', /token’s role, under Setup > Users\/Roles > Manage Roles/],
  ['NETSUITE', 'rate-limit', /all integrations of the account at once/],
  ['NETSUITE', 'wrong-company', /a sandbox has its own/],
  ['MS_DYNAMICS_365', 'credentials', /app registration in Microsoft Entra, to grant consent/],
  ['MS_DYNAMICS_365', 'permission', /enabled, and have permission sets/],
  ['MS_DYNAMICS_365', 'rate-limit', /this application over five minutes/],
  ['MS_DYNAMICS_365', 'record-refused', /a journal that holds nothing else/],
] as const)('%s: after %s the next step names what is the vendor’s own', (integration, failureClass, words) => {
  expect(nextStepAfter(failureClass, integration)).toMatch(words);
});

test('where a platform has no words of its own, those for all platforms stand', () => {
  for (const failureClass of failureClasses) {
    expect(nextStepAfter(failureClass, 'XERO')).toBe(failureGuides[failureClass].nextStep);
  }
});

test.each(Object.values(definitions))('$name tells customers what it does in every language', (definition) => {
  const words = translations[definition.integration];
  expect(words, 'a line in translations').toBeDefined();
  for (const language of ['de', 'fr', 'es', 'pt', 'hi'] as const) {
    const told = definitionIn(language, definition);
    expect([told.reads.length, told.writes.length]).toEqual([definition.reads.length, definition.writes.length]);
    for (const [at, field] of definition.auth.fields.entries()) {
      const { label, help, ...same } = field;
      expect(told.auth.fields[at]).toEqual({
        ...same,
        label: expect.any(String),
        ...(help && { help: expect.any(String) }),
      });
      expect(told.auth.fields[at]?.help, field.name).not.toBe(help ?? '');
    }
    const said = [told.description, ...told.reads, ...told.writes];
    const english = [definition.description, ...definition.reads, ...definition.writes];
    expect(said.filter((text) => english.includes(text) || text.trim() === '')).toEqual([]);
  }
});
