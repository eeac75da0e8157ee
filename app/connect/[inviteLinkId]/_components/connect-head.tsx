import { BrandMark } from '@/components/branding/brand-mark.tsx';
import { LanguageChoice } from '@/components/connections/language-choice.tsx';
import type { LinkHost } from '@/lib/auth/invite-link-gate.ts';
import { logoUrl } from '@/lib/domain/branding/schema.ts';
import type { Language } from '@/lib/format/language.ts';
import { BrandStyle } from '../../_components/brand-style.tsx';

/** Whose page this is, what it is for, and in which language it speaks. */
export function ConnectHead({
  host,
  purpose,
  language,
}: {
  host: LinkHost;
  /** For which company. */
  purpose?: string;
  language: Language;
}) {
  const { name, logo } = host;
  return (
    <header className="flex items-center gap-3">
      <BrandStyle accent={host.accent} />
      <BrandMark name={name} logo={logo && { ...logo, url: logoUrl(logo.id) }} />
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium text-base">{name}</p>
        {purpose && <p className="break-words text-muted-foreground">{purpose}</p>}
      </div>
      <LanguageChoice key={language} language={language} />
    </header>
  );
}
