import { Play, Terminal } from 'lucide-react';
import type { Command, OpenCompany } from '../shell/commands.tsx';
import { CommandGroup, CommandItem } from './command-item.tsx';
import { hasWords } from './has-words.ts';

/** What the open screen can do, and copying what it shows. */
export function ScreenGroup({
  words,
  screen,
  onRun,
  onCurl,
}: {
  words: string;
  screen: { commands: Command[]; company: OpenCompany | null };
  onRun: (work: () => void) => void;
  onCurl: () => void;
}) {
  const commands = screen.commands.filter(({ label, keywords = '' }) => hasWords(`${label} ${keywords}`, words));
  const hasCurl = hasWords('Copy as curl command shell API request', words);
  if (commands.length === 0 && !hasCurl) return null;
  return (
    <CommandGroup heading={screen.company?.name ?? 'This screen'}>
      {commands.map(({ id, label, run }) => (
        <CommandItem key={id} value={`screen ${id}`} icon={<Play aria-hidden />} onSelect={() => onRun(run)}>
          {label}
        </CommandItem>
      ))}
      {hasCurl && (
        <CommandItem value="screen curl" icon={<Terminal aria-hidden />} onSelect={onCurl}>
          Copy as curl…
        </CommandItem>
      )}
    </CommandGroup>
  );
}
