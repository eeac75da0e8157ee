import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { projects } from '../../../db/schema/projects.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { inReach } from '../companies/reach.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreateProjectInput,
  createProjectInput,
  type DeleteProjectInput,
  deleteProjectInput,
  type RenameProjectInput,
  renameProjectInput,
} from './schema.ts';

/** Adds a project to a company. Throws not-found, invalid. */
export async function createProject(ctx: Context, given: CreateProjectInput): Promise<{ id: number }> {
  requirePermission(ctx, 'companies.write');
  const { companyId, name } = checkedInput(createProjectInput, given);
  return db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    const [made] = await tx
      .insert(projects)
      .values({ organisationId: ctx.organisationId, companyId, name, createdAt: ctx.now })
      .returning({ id: projects.id });
    if (!made) throw new Error('The project was not stored');
    await recordAudit(tx, ctx, { action: 'project.created', companyId, subjectId: String(made.id), after: { name } });
    return made;
  });
}

/** Gives a project another name. Throws not-found, invalid. */
export async function renameProject(ctx: Context, given: RenameProjectInput): Promise<void> {
  requirePermission(ctx, 'companies.write');
  const { projectId, name } = checkedInput(renameProjectInput, given);
  await db().transaction(async (tx) => {
    const before = await lockProject(tx, ctx, projectId);
    await tx.update(projects).set({ name }).where(eq(projects.id, projectId));
    await recordAudit(tx, ctx, {
      action: 'project.renamed',
      companyId: before.companyId,
      subjectId: String(projectId),
      before: { name: before.name },
      after: { name },
    });
  });
}

/** Removes a project. Throws not-found. */
export async function deleteProject(ctx: Context, given: DeleteProjectInput): Promise<void> {
  requirePermission(ctx, 'companies.write');
  const { projectId } = checkedInput(deleteProjectInput, given);
  await db().transaction(async (tx) => {
    const { companyId, name } = await lockProject(tx, ctx, projectId);
    await tx.delete(projects).where(eq(projects.id, projectId));
    const subjectId = String(projectId);
    await recordAudit(tx, ctx, { action: 'project.deleted', companyId, subjectId, before: { name } });
  });
}

async function lockProject(tx: Tx, ctx: Context, projectId: number) {
  const [project] = await tx
    .select({ companyId: projects.companyId, name: projects.name })
    .from(projects)
    .where(
      and(
        eq(projects.organisationId, ctx.organisationId),
        eq(projects.id, projectId),
        inReach(ctx, projects.companyId),
      ),
    )
    .for('update');
  if (!project) throw notFound('Project');
  return project;
}
