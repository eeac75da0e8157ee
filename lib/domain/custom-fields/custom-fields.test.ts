import { beforeEach, expect, it, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { createCompany, updateCompany } from '../companies/mutations.ts';
import { listCustomFields } from './data.ts';
import { archiveCustomField, createCustomField, deleteCustomField, updateCustomField } from './mutations.ts';
import type { CreateCustomFieldInput } from './schema.ts';

await createTestDatabase();

let ctx: Context;
beforeEach(async () => {
  ctx = contextFor((await makeOrganisation()).organisationId, { role: 'admin' });
});

const colours: CreateCustomFieldInput = {
  name: 'Colour',
  type: 'SELECT',
  options: [{ name: 'Red' }, { name: 'Blue' }],
};

it('an option keeps its id when it is renamed, and values that name it stay', async () => {
  const { id } = await createCustomField(ctx, colours);
  const [red, blue] = (await listCustomFields(ctx))[0]?.options ?? [];
  const company = await createCompany(ctx, { name: 'Painter', customFields: { [id]: red?.id } });
  await updateCustomField(ctx, {
    customFieldId: id,
    options: [{ id: blue?.id, name: 'Navy' }, { name: 'Green' }],
  });
  expect((await listCustomFields(ctx))[0]?.options).toMatchObject([{ id: blue?.id, name: 'Navy' }, { name: 'Green' }]);
  const change = (value: unknown) =>
    updateCompany(ctx, { companyId: company.id, changes: { name: 'Painter & Co', customFields: { [id]: value } } });
  expect((await change(red?.id)).customFields).toEqual({ [id]: red?.id });
  await change(blue?.id);
  await expect(change(red?.id)).rejects.toMatchObject({ code: 'invalid' });
});

it('an archived field keeps its values and takes no new ones until it is back', async () => {
  const { id } = await createCustomField(ctx, { name: 'Note', type: 'TEXT' });
  const company = await createCompany(ctx, { name: 'Writer', customFields: { [id]: 'old' } });
  await archiveCustomField(ctx, { customFieldId: id, archived: true });
  const set = (value: string) =>
    updateCompany(ctx, { companyId: company.id, changes: { customFields: { [id]: value } } });
  expect((await set('old')).customFields).toEqual({ [id]: 'old' });
  await expect(set('new')).rejects.toMatchObject({ details: { issues: [{ path: `customFields.${id}` }] } });
  await archiveCustomField(ctx, { customFieldId: id, archived: false });
  expect((await set('new')).customFields).toEqual({ [id]: 'new' });
});

it('a field is deleted only while no company has a value of it', async () => {
  const { id } = await createCustomField(ctx, { name: 'Note', type: 'TEXT' });
  const company = await createCompany(ctx, { name: 'Writer', customFields: { [id]: 'old' } });
  await expect(deleteCustomField(ctx, { customFieldId: id })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^1 company has a value of it, archived ones included/),
  });
  await updateCompany(ctx, { companyId: company.id, changes: { customFields: { [id]: null } } });
  await deleteCustomField(ctx, { customFieldId: id });
  expect(await listCustomFields(ctx)).toEqual([]);
  await expect(deleteCustomField(ctx, { customFieldId: id })).rejects.toMatchObject({ code: 'not-found' });
});

test.each<[CreateCustomFieldInput, string]>([
  [{ name: ' ', type: 'TEXT' }, 'name'],
  [{ name: 'X', type: 'SELECT' }, 'options'],
  [{ name: 'X', type: 'TEXT', options: [{ name: 'A' }] }, 'options'],
  [{ name: 'X', type: 'SELECT', options: [{ name: 'A' }, { name: 'A' }] }, 'options'],
])('%j is refused', async (input, path) => {
  await expect(createCustomField(ctx, input)).rejects.toMatchObject({ details: { issues: [{ path }] } });
});

it('definitions are for admins and stay in their organisation', async () => {
  const { id } = await createCustomField(ctx, colours);
  const operator = contextFor(ctx.organisationId);
  await expect(createCustomField(operator, colours)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(deleteCustomField(operator, { customFieldId: id })).rejects.toMatchObject({ code: 'forbidden' });
  const other = contextFor((await makeOrganisation()).organisationId, { role: 'admin' });
  expect(await listCustomFields(other)).toEqual([]);
  const attempt = updateCustomField(other, { customFieldId: id, name: 'Mine' });
  await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
  await expect(deleteCustomField(other, { customFieldId: id })).rejects.toMatchObject({ code: 'not-found' });
});
