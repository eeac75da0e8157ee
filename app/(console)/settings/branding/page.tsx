import type { Metadata } from 'next';
import { BrandingForm } from '@/components/branding/branding-form.tsx';
import { BrandingPreview } from '@/components/branding/branding-preview.tsx';
import { LogoField } from '@/components/branding/logo-field.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { getBranding } from '@/lib/domain/branding/data.ts';
import { SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Branding' };

/** How the organisation looks to its customers on the connect page. */
export default async function BrandingPage() {
  const { ctx, organisation } = await requireSession();
  const branding = await getBranding(ctx);
  const mayChange = may(ctx.actor, 'organisation.write');
  return (
    <SettingsPart
      title="Branding"
      description="What your customers see of you when they open an invite link."
      note={mayChange ? null : 'Changing it needs the role admin or owner.'}
    >
      {mayChange ? (
        <BrandingForm accent={branding.accent} contact={branding.contact} name={organisation.name} logo={branding.logo}>
          <LogoField logo={branding.logo} name={organisation.name} />
        </BrandingForm>
      ) : (
        <BrandingPreview name={organisation.name} logo={branding.logo} accent={branding.accent} />
      )}
    </SettingsPart>
  );
}
