import { beforeEach, describe, expect, it, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { createCompany, deleteCompany, updateCompany } from '../companies/mutations.ts';
import { listProjects, listReferences, referenceUses } from './data.ts';
import { createReference, deleteReference, updateReference } from './mutations.ts';
import { createProject, deleteProject, renameProject } from './projects.ts';
import { referenceKinds } from './schema.ts';

await createTestDatabase();

let ctx: Context;
let other: Context;
beforeEach(async () => {
  const make = async (name: string) => contextFor((await makeOrganisation({ name })).organisationId, { role: 'owner' });
  [ctx, other] = [await make('Ours'), await make('Theirs')];
});

const fields = {
  subsidiary: 'defaultSubsidiaryId',
  'tax-rate': 'defaultTaxRateId',
  'document-type': 'defaultDocumentTypeId',
} as const;

describe.each(referenceKinds)('entries of %s', (kind) => {
  const values = (name: string) => (kind === 'tax-rate' ? { kind, name, percentage: '19.50' } : { kind, name });

  it('are listed by name, changed, and belong to one organisation', async () => {
    const { id } = await createReference(ctx, values('Zeta'));
    await createReference(ctx, values('Alpha'));
    await createReference(other, values('Zeta'));
    await updateReference(ctx, { id, ...values('Omega') });
    const percentage = kind === 'tax-rate' ? '19.5' : null;
    expect(await listReferences(ctx, { kind })).toMatchObject([
      { name: 'Alpha', percentage },
      { id, name: 'Omega' },
    ]);
    await expect(updateReference(other, { id, ...values('X') })).rejects.toMatchObject({ code: 'not-found' });
    await expect(deleteReference(other, { kind, id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('have names of their own', async () => {
    const { id } = await createReference(ctx, values('One'));
    await createReference(ctx, values('Two'));
    const taken = { code: 'invalid', details: { issues: [{ path: 'name', message: 'has already been taken' }] } };
    await expect(createReference(ctx, values('One'))).rejects.toMatchObject(taken);
    await expect(updateReference(ctx, { id, ...values('Two') })).rejects.toMatchObject(taken);
    await updateReference(ctx, { id, ...values('One') });
  });

  it('stay while a company refers to them', async () => {
    const { id } = await createReference(ctx, values('Used'));
    const company = await createCompany(ctx, { name: 'Refers', [fields[kind]]: id });
    expect(await referenceUses(ctx, { kind })).toEqual(new Map([[id, 1]]));
    expect(await referenceUses(other, { kind })).toEqual(new Map());
    await expect(deleteReference(ctx, { kind, id })).rejects.toMatchObject({
      code: 'conflict',
      message: 'It is the default of 1 company, archived ones included; choose another one there first',
    });
    await updateCompany(ctx, { companyId: company.id, changes: { [fields[kind]]: null } });
    await deleteReference(ctx, { kind, id });
    expect(await listReferences(ctx, { kind })).toEqual([]);
  });

  it('are for admins', async () => {
    const operator = contextFor(ctx.organisationId);
    await expect(createReference(operator, values('No'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test.each(['', '-1', '100.5', '19,5', '1.23456', 'x'])('a tax rate of %j is refused', async (percentage) => {
  const attempt = createReference(ctx, { kind: 'tax-rate', name: 'Rate', percentage });
  await expect(attempt).rejects.toMatchObject({ details: { issues: [{ path: 'percentage' }] } });
});

describe('projects', () => {
  it('belong to a company, newest first, and go with it', async () => {
    const company = await createCompany(ctx, { name: 'Builder' });
    const { id } = await createProject(ctx, { companyId: company.id, name: 'House' });
    await createProject(ctx, { companyId: company.id, name: 'Garden' });
    await renameProject(ctx, { projectId: id, name: 'Big house' });
    const names = async () => (await listProjects(ctx, { limit: 10 })).map(({ name }) => name);
    expect(await names()).toEqual(['Garden', 'Big house']);
    await deleteProject(ctx, { projectId: id });
    const actions = (await listAudit(ctx, { companyId: company.id, limit: 3 })).map(({ action }) => action);
    expect(actions).toEqual(['project.deleted', 'project.renamed', 'project.created']);
    await deleteCompany(ctx, { companyId: company.id });
    expect(await names()).toEqual([]);
  });

  it('of another organisation are not found', async () => {
    const company = await createCompany(ctx, { name: 'Builder' });
    const { id } = await createProject(ctx, { companyId: company.id, name: 'House' });
    for (const attempt of [
      () => createProject(other, { companyId: company.id, name: 'No' }),
      () => renameProject(other, { projectId: id, name: 'No' }),
      () => deleteProject(other, { projectId: id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await listProjects(other, { limit: 10 })).toEqual([]);
  });
});
