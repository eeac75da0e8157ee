'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';

// The form is fetched when it is first asked for.
const ProjectDialog = dynamic(() => import('./project-dialog.tsx').then((module) => module.ProjectDialog));

export function AddProjectButton() {
  return <AddButton label="Add a project">{(close) => <ProjectDialog project={null} onClose={close} />}</AddButton>;
}
