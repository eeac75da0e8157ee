import { setLogo, updateBranding } from '../../lib/domain/branding/mutations.ts';
import { png } from '../../lib/domain/branding/testing/pictures.ts';
import { nowIn } from './companies.ts';
import type { Organisation } from './organisations.ts';

/** Gives an organisation a colour that is hard to read on white, a contact address and a logo. */
export async function brand(organisation: Organisation): Promise<void> {
  await updateBranding(nowIn(organisation), { accent: '#f28c28', contact: 'help@northwind.example.com' });
  await setLogo(nowIn(organisation), { bytes: png(160, 48, [242, 140, 40]) });
}
