import type { Tone } from '@/components/ui/tone.ts';

const types: Record<string, string> = { customer: 'Customer', vendor: 'Vendor', both: 'Customer and vendor' };

/** What contacts can be asked for by; who is both is found under either. */
export const contactTypeOptions = [
  { value: 'customer', label: 'Customers' },
  { value: 'vendor', label: 'Vendors' },
];

/** A contact's type in words; null where it is not known. */
export const contactTypeWords = (type: string | null): string | null => (type && types[type]) || null;

const contactStatuses: Record<string, { label: string; tone: Tone }> = {
  active: { label: 'Active', tone: 'success' },
  inactive: { label: 'Inactive', tone: 'neutral' },
  suspended: { label: 'Suspended', tone: 'warning' },
  archived: { label: 'Archived', tone: 'neutral' },
};

export const contactStatusOptions = Object.entries(contactStatuses).map(([value, { label }]) => ({ value, label }));

/** How a contact stands on the platform; deleted goes before all else, null where nothing is known. */
export function contactState(contact: { status: string | null; deletedAt: string | null }) {
  if (contact.deletedAt) return { label: 'Deleted', tone: 'neutral' as const };
  return (contact.status && contactStatuses[contact.status]) || null;
}

/** `BILLING` → `Billing`. */
export const typeWords = (type: string | null): string | null =>
  type === 'EMAIL' ? 'E-mail' : type && type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' ');
