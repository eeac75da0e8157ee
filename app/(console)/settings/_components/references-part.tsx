import { AddReferenceButton } from '@/components/reference-data/add-reference-button.tsx';
import { referenceWords } from '@/components/reference-data/reference-words.ts';
import { ReferencesTable } from '@/components/reference-data/references-table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listReferences, referenceUses } from '@/lib/domain/reference-data/data.ts';
import type { ReferenceKind } from '@/lib/domain/reference-data/schema.ts';
import { onlyAdmins, SettingsPart } from './settings-part.tsx';

/** One of the lists that companies refer to. */
export async function ReferencesPart({ kind }: { kind: ReferenceKind }) {
  const { ctx } = await requireSession();
  const [entries, uses] = await Promise.all([listReferences(ctx, { kind }), referenceUses(ctx, { kind })]);
  const mayChange = may(ctx.actor, 'organisation.write');
  const { title, description } = referenceWords[kind];
  const add = mayChange ? <AddReferenceButton kind={kind} /> : null;
  return (
    <SettingsPart
      title={title}
      description={description}
      action={entries.length > 0 && add}
      note={mayChange ? null : onlyAdmins}
    >
      <ReferencesTable
        kind={kind}
        entries={entries.map((entry) => ({ ...entry, companies: uses.get(entry.id) ?? 0 }))}
        mayChange={mayChange}
        add={add}
      />
    </SettingsPart>
  );
}
