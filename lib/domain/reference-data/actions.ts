'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { createReference as create, deleteReference as remove, updateReference as update } from './mutations.ts';
import {
  createProject as addProject,
  renameProject as changeProject,
  deleteProject as removeProject,
} from './projects.ts';
import {
  createProjectInput,
  createReferenceInput,
  deleteProjectInput,
  deleteReferenceInput,
  renameProjectInput,
  updateReferenceInput,
} from './schema.ts';

export const createReference = action(createReferenceInput, 'organisation.write', async (ctx, input) => {
  await create(ctx, input);
  revalidatePath('/', 'layout');
});

export const updateReference = action(updateReferenceInput, 'organisation.write', async (ctx, input) => {
  await update(ctx, input);
  revalidatePath('/', 'layout');
});

export const deleteReference = action(deleteReferenceInput, 'organisation.write', async (ctx, input) => {
  await remove(ctx, input);
  revalidatePath('/', 'layout');
});

export const createProject = action(createProjectInput, 'companies.write', async (ctx, input) => {
  await addProject(ctx, input);
  revalidatePath('/', 'layout');
});

export const renameProject = action(renameProjectInput, 'companies.write', async (ctx, input) => {
  await changeProject(ctx, input);
  revalidatePath('/', 'layout');
});

export const deleteProject = action(deleteProjectInput, 'companies.write', async (ctx, input) => {
  await removeProject(ctx, input);
  revalidatePath('/', 'layout');
});
