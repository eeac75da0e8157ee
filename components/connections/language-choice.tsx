'use client';

import { ChevronDown, Languages } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { remember } from '@/components/ui/remember.ts';
import { type Language, languageCookie, languages } from '@/lib/format/language.ts';
import { useWords } from './words-context.tsx';

/** The page's language, to be changed: each by its own name, so that everybody finds theirs. */
export function LanguageChoice({ language }: { language: Language }) {
  const words = useWords();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const choose = (chosen: string) => {
    remember(languageCookie, chosen, '/connect');
    startTransition(() => router.refresh());
  };
  return (
    <label className="relative inline-flex shrink-0 items-center rounded-md text-muted-foreground text-xs hover:bg-hover hover:text-foreground">
      <Languages aria-hidden className="pointer-events-none absolute left-2 size-3.5" />
      <span className="sr-only">{words.page.language}</span>
      <select
        className="focus-ring h-8 cursor-pointer appearance-none rounded-md bg-transparent pr-7 pl-7 [field-sizing:content]"
        defaultValue={language}
        aria-busy={pending}
        onChange={(event) => choose(event.target.value)}
      >
        {Object.entries(languages).map(([value, name]) => (
          <option key={value} value={value} lang={value} className="bg-surface text-foreground">
            {name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5" />
    </label>
  );
}
