import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import type { Role } from '@/db/schema/enums.ts';
import { roleWords } from './role-words.ts';

/** Which role somebody gets; `offered` are those that the member may give. */
export function RoleField({ offered, value }: { offered: readonly Role[]; value: Role }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">Role</legend>
      {offered.map((role) => (
        <ChoiceCard
          key={role}
          name="role"
          value={role}
          defaultChecked={role === value}
          title={roleWords[role].label}
          description={roleWords[role].description}
        />
      ))}
    </fieldset>
  );
}
