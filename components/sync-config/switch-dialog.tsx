'use client';

import { useEffect } from 'react';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import type { ModelRow } from './model-row.ts';
import { PreviewLines } from './preview-lines.tsx';
import { usePreview } from './use-preview.ts';

/** Shows what switching a model on or off touches, before it is done. */
export function SwitchDialog({
  companyId,
  model: { dataModel },
  enable,
  platform,
  onConfirm,
  onClose,
}: {
  companyId: number;
  model: Pick<ModelRow, 'dataModel'>;
  enable: boolean;
  platform: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { preview, fault, ask } = usePreview(companyId);
  const name = dataModelNames[dataModel].toLowerCase();
  useEffect(() => ask({ dataModel, enabled: enable }), [ask, dataModel, enable]);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Switch ${name} ${enable ? 'on' : 'off'}?`}
      description={
        enable
          ? `They are read from ${platform} from then on.`
          : `They are no longer read from ${platform}. It can be undone.`
      }
      confirmLabel={enable ? 'Switch on' : 'Switch off'}
      onConfirm={onConfirm}
    >
      {fault ? (
        <Alert tone="warning" title="What it touches can't be shown right now">
          {fault}
        </Alert>
      ) : (
        <PreviewLines preview={preview} name={name} platform={platform} />
      )}
    </ConfirmDialog>
  );
}
