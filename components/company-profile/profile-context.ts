'use client';

import { createContext, useContext } from 'react';
import type { FieldProblems } from './field-problems.ts';
import type { ProfileDraft } from './profile-draft.ts';
import type { ProfileOptions } from './profile-options.ts';

/** What the fields of a section share. */
export interface ProfileForm {
  companyId: number;
  draft: ProfileDraft;
  /** What each field started from. */
  base: ProfileDraft;
  /** Changes what stands in one field, or in several that move together. */
  set: (fields: Partial<ProfileDraft>) => void;
  problems: FieldProblems;
  options: ProfileOptions;
  /** Whether the viewer may change it; else the fields are shown as text. */
  mayEdit: boolean;
}

const Context = createContext<ProfileForm | null>(null);

export const ProfileFormProvider = Context;

/** The form of the section around a field. */
export function useProfileForm(): ProfileForm {
  const form = useContext(Context);
  if (!form) throw new Error('A field of a profile belongs inside a section');
  return form;
}
