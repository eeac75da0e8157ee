import type { Metadata } from 'next';
import { AddCustomFieldButton } from '@/components/custom-fields/add-custom-field-button.tsx';
import { customFieldRow } from '@/components/custom-fields/custom-field-row.ts';
import { CustomFieldsTable } from '@/components/custom-fields/custom-fields-table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listCustomFields } from '@/lib/domain/custom-fields/data.ts';
import { onlyAdmins, SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Custom fields' };

export default async function CustomFieldsPage() {
  const { ctx } = await requireSession();
  const fields = await listCustomFields(ctx);
  const mayChange = may(ctx.actor, 'organisation.write');
  const add = mayChange ? <AddCustomFieldButton /> : null;
  return (
    <SettingsPart
      title="Custom fields"
      description="What you want to know of every company beside the fields that all have."
      action={fields.length > 0 && add}
      note={mayChange ? null : onlyAdmins}
    >
      <CustomFieldsTable fields={fields.map(customFieldRow)} mayChange={mayChange} add={add} />
    </SettingsPart>
  );
}
