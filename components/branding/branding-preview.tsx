import { buttonVariants } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Stepper } from '@/components/ui/stepper.tsx';
import { accentOf, accentVariables, type Theme } from '@/lib/format/accent.ts';
import { type BrandLogo, BrandMark } from './brand-mark.tsx';

/** The head of the connect page in both themes, as it would look. For the eye: nothing in it can be pressed. */
export function BrandingPreview({
  name,
  logo,
  accent,
}: {
  name: string;
  logo: BrandLogo | null;
  accent: string | null;
}) {
  return (
    <div className="grid grid-cols-1 gap-3" role="img" aria-label="How the connect page looks, light and dark">
      {(['light', 'dark'] as const).map((theme) => (
        <ThemePreview key={theme} {...{ name, logo, accent, theme }} />
      ))}
    </div>
  );
}

function ThemePreview({
  name,
  logo,
  accent,
  theme,
}: {
  name: string;
  logo: BrandLogo | null;
  accent: string | null;
  theme: Theme;
}) {
  return (
    <div
      aria-hidden
      className={cn(theme, 'grid gap-4 rounded-md border bg-background p-4 text-foreground')}
      style={accent ? accentVariables(accentOf(accent, theme)) : undefined}
    >
      <div className="flex items-center gap-3">
        <BrandMark name={name} logo={logo} />
        <div className="min-w-0">
          <p className="truncate font-medium text-base">{name}</p>
          <p className="truncate text-muted-foreground">for your customer</p>
        </div>
      </div>
      <Stepper steps={['Platform', 'Sign in', 'First sync']} current={1} />
      <div className="flex flex-wrap items-center gap-4">
        <span className={buttonVariants({ variant: 'primary', size: 'lg' })}>Connect</span>
        <span className="font-medium text-primary underline underline-offset-4">Choose another platform</span>
      </div>
    </div>
  );
}
