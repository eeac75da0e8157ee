import { expect, test } from 'vitest';
import { type Integration, integrations } from '../../db/schema/enums.ts';
import { declarationOf } from '../domain/records/registry.ts';
import { announcedDefinitions, definitions } from './definitions.ts';
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
