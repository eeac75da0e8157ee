'use client';

import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardFooter } from '@/components/ui/card.tsx';
import { Facts } from '@/components/ui/facts.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { ProfileFormProvider } from './profile-context.ts';
import type { ProfileDraft } from './profile-draft.ts';
import type { ProfileOptions } from './profile-options.ts';
import { useSection } from './use-section.ts';

/** What every section of a company's profile is given. */
export interface SectionProps {
  companyId: number;
  stored: ProfileDraft;
  options: ProfileOptions;
  mayEdit: boolean;
}

const grid = 'grid grid-cols-1 items-start gap-x-5 gap-y-5 p-4 sm:grid-cols-2';

/** One part of a profile: a form that is saved by itself, or the same as text for who may not change it. */
export function ProfileSection({
  title,
  description,
  children,
  ...props
}: SectionProps & { title: string; description: string; children: ReactNode }) {
  const { companyId, options, mayEdit } = props;
  const section = useSection({ ...props, title });
  const { draft, base, set, problems } = section;
  const id = `profile-${title.toLowerCase()}`;
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <header>
        <h2 id={id} className="font-medium text-base">
          {title}
        </h2>
        <p className="text-muted-foreground">{description}</p>
      </header>
      <ProfileFormProvider value={{ companyId, draft, base, set, problems, options, mayEdit }}>
        <Card>
          {mayEdit ? (
            <form ref={section.form} onSubmit={section.save} aria-labelledby={id} noValidate>
              {section.message && (
                <Alert tone="danger" className="m-4 mb-0">
                  {section.message}
                </Alert>
              )}
              <div className={grid}>{children}</div>
              <SaveBar isTouched={section.isTouched} pending={section.pending} onDiscard={section.discard} />
            </form>
          ) : (
            <Facts className={grid}>{children}</Facts>
          )}
        </Card>
      </ProfileFormProvider>
    </section>
  );
}

/** Saves the section; quiet until something was changed. */
function SaveBar({ isTouched, pending, onDiscard }: { isTouched: boolean; pending: boolean; onDiscard: () => void }) {
  return (
    <CardFooter className="min-h-12 justify-end">
      {isTouched && !pending && (
        <>
          <span className="mr-auto text-muted-foreground text-xs">Not saved yet</span>
          <Button variant="ghost" onClick={onDiscard}>
            Discard
          </Button>
        </>
      )}
      <SubmitButton
        variant={isTouched ? 'primary' : 'secondary'}
        disabled={!isTouched}
        pending={pending}
        pendingLabel="Saving…"
      >
        Save
      </SubmitButton>
    </CardFooter>
  );
}
