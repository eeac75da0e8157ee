'use client';

import { type ChangeEvent, useRef, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { toast } from '@/components/ui/toast.ts';
import { removeLogo, setLogo } from '@/lib/domain/branding/actions.ts';
import { maxLogoBytes } from '@/lib/domain/branding/logo-limits.ts';
import { type BrandLogo, BrandMark } from './brand-mark.tsx';

/** The logo: chosen from a file and stored at once. */
export function LogoField({ logo, name }: { logo: BrandLogo | null; name: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  const run = (work: () => ReturnType<typeof removeLogo>, done: string) =>
    startTransition(async () => {
      const result = await work().catch(unanswered);
      if (result.ok) toast.success(done);
      const problems = result.ok ? {} : formProblems(result);
      setProblem(problems.logo ? `The picture ${problems.logo}` : (problems.form ?? null));
    });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again after it was mended.
    event.target.value = '';
    if (!file) return;
    // The server refuses it too; it need not travel there.
    if (file.size > maxLogoBytes) return setProblem(`The picture must have at most ${maxLogoBytes / 1024} kB`);
    run(() => setLogo({ logo: file }), 'Your customers see the logo from now on');
  };

  return (
    <section className="grid grid-cols-1 gap-1.5" aria-labelledby="branding-logo">
      <h3 id="branding-logo" className="font-medium">
        Logo
      </h3>
      <div className="flex flex-wrap items-center gap-3">
        <BrandMark name={name} logo={logo} />
        <Button disabled={pending} aria-busy={pending} onClick={() => input.current?.click()}>
          {logo ? 'Change logo' : 'Upload logo'}
        </Button>
        {logo && (
          <Button
            variant="ghost"
            disabled={pending}
            onClick={() => run(() => removeLogo({}), 'Your customers see your first letter again')}
          >
            Remove
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="hidden"
          aria-label="Logo file"
          tabIndex={-1}
          onChange={choose}
        />
      </div>
      {problem && <FieldError>{problem}</FieldError>}
      <FieldHelp>PNG, JPEG or WebP, at most 256 kB. It stands on white, 40 pixels high.</FieldHelp>
    </section>
  );
}
