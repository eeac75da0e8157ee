import { createCustomField } from '../../lib/domain/custom-fields/mutations.ts';
import { createReference } from '../../lib/domain/reference-data/mutations.ts';
import { nowIn } from './companies.ts';
import type { Organisation } from './organisations.ts';

/** What companies of the organisation can be given: a subsidiary, a tax rate, and custom fields of every kind. */
export async function offerReferences(organisation: Organisation): Promise<void> {
  const ctx = nowIn(organisation);
  await createReference(ctx, { kind: 'subsidiary', name: 'Nordic branch' });
  await createReference(ctx, { kind: 'tax-rate', name: 'Standard', percentage: '19' });
  await createReference(ctx, { kind: 'document-type', name: 'Invoice with letterhead' });
  const options = [{ name: 'Books' }, { name: 'Payroll' }];
  await createCustomField(ctx, { name: 'Region', type: 'TEXT' });
  await createCustomField(ctx, { name: 'Seats', type: 'NUMBER' });
  await createCustomField(ctx, { name: 'Customer since', type: 'DATE' });
  await createCustomField(ctx, { name: 'Plan', type: 'SELECT', options });
  await createCustomField(ctx, { name: 'Services', type: 'MULTI_SELECT', options });
}
