import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCommandRegistry } from '../shell/commands.tsx';
import { CommandGroup, CommandItem } from './command-item.tsx';
import { hasWords } from './has-words.ts';

/** What a screen can do, wherever one is: its command is run as soon as the screen is there. */
export interface FarCommand {
  /** As the screen offers it. */
  id: string;
  label: string;
  keywords?: string;
  /** The screen. */
  href: string;
}

export function FarGroup({
  words,
  far,
  onRun,
}: {
  words: string;
  far: FarCommand[];
  onRun: (work: () => void) => void;
}) {
  const router = useRouter();
  const registry = useCommandRegistry();
  const offered = new Set(registry.all.map(({ id }) => id));
  const others = far.filter(
    ({ id, label, keywords = '' }) => !offered.has(id) && hasWords(`${label} ${keywords}`, words),
  );
  if (others.length === 0) return null;
  return (
    <CommandGroup heading="Do">
      {others.map(({ id, label, href }) => (
        <CommandItem
          key={id}
          value={`far ${id}`}
          icon={<Plus aria-hidden />}
          onSelect={() =>
            onRun(() => {
              registry.run(id);
              router.push(href);
            })
          }
        >
          {label}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
