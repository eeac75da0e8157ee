import { loadCompany, loadModels, mayOf } from '../../_components/load-company.ts';
import { paymentPlace } from './payment-place.ts';

/** Why no payment can be written to a company's platform now, and where that is changed; null when one can. */
export async function whyNoPayment(companyId: string): Promise<{ message: string; href?: string } | null> {
  const loaded = await loadCompany(companyId);
  const { company, platform, definition, isArchived, isConnected } = loaded;
  if (isArchived) return { message: `${company.name} is archived. Restore it first.` };
  if (!definition || !company.connection) return { message: 'The company has not connected yet.' };
  if (!paymentPlace(definition)) return { message: `Ledgerline writes no payments to ${platform}.` };
  if (!mayOf(loaded).pay) return { message: 'Writing payments needs the role operator, admin or owner.' };
  if (!isConnected) return { message: 'The company is disconnected. Send its link to connect it again.' };
  if (company.connection.pause) return { message: 'The company is paused, which stops writing too. Resume it first.' };
  const model = (await loadModels(companyId)).find(({ dataModel }) => dataModel === 'INVOICE_PAYMENT');
  const href = `/companies/${company.id}/models`;
  if (model?.pause) return { message: 'Invoice payments are paused, which stops writing too.', href };
  if (!model?.scopeAccess.includes('CREATE')) {
    return {
      message: 'Invoice payments of this company may only be read. Allow “Create” in their settings first.',
      href,
    };
  }
  return null;
}
