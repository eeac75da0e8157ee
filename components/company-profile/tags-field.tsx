'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { Input } from '@/components/ui/input.tsx';
import { useProfileForm } from './profile-context.ts';
import { ProfileField } from './profile-field.tsx';

/** Tags as chips; Enter or a comma ends one. Those that other companies have are offered. */
export function TagsField() {
  const { draft, set, options } = useProfileForm();
  const { tagList } = draft;
  const [text, setText] = useState('');
  const listId = useId();
  const add = (given: string) => {
    const typed = given.split(',').flatMap((tag) => tag.trim() || []);
    if (typed.length > 0) set({ tagList: [...new Set([...tagList, ...typed])] });
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '') set({ tagList: tagList.slice(0, -1) });
  };
  const chips = <TagChips tags={tagList} onRemove={(tag) => set({ tagList: tagList.filter((one) => one !== tag) })} />;
  return (
    <ProfileField
      field="tagList"
      wide
      help="Enter or a comma ends a tag."
      shown={tagList.length > 0 && <TagChips tags={tagList} />}
    >
      {(control) => (
        <>
          {tagList.length > 0 && chips}
          <Input
            {...control}
            value={text}
            onChange={(event) =>
              event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value)
            }
            onKeyDown={onKeyDown}
            onBlur={() => add(text)}
            list={listId}
            maxLength={100}
            placeholder="Add a tag"
            autoComplete="off"
          />
          <datalist id={listId}>
            {options.tags
              .filter((tag) => !tagList.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </>
      )}
    </ProfileField>
  );
}

function TagChips({ tags, onRemove }: { tags: readonly string[]; onRemove?: (tag: string) => void }) {
  return (
    <ul aria-label="Tags of the company" className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag} className="min-w-0">
          <Badge>
            <span className="truncate">{tag}</span>
            {onRemove && (
              <button
                type="button"
                aria-label={`Remove tag ${tag}`}
                onClick={() => onRemove(tag)}
                className="focus-ring -mr-1 flex size-5 items-center justify-center rounded-sm hover:text-foreground"
              >
                <X aria-hidden />
              </button>
            )}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
