'use client';

import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useState, useTransition } from 'react';
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
  AlertDialogTrigger,
} from './alert-dialog.tsx';
import { Button } from './button.tsx';

export interface ConfirmDialogProps {
  /** The button that asks. Leave it out when `open` is given. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Names what is touched: "Archive Acme GmbH?" */
  title: string;
  /** What will happen, what is kept, whether it can be undone. */
  description: ReactNode;
  /** The verb: "Archive". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** Runs on confirm; the dialog shows progress and closes when it is done, unless it returns (a promise of) `false`. */
  onConfirm: () => unknown;
  /** More to read or fill in, such as a notice with the error of the last try. */
  children?: ReactNode;
}

/** Asks once before something is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const open = props.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  const confirm = () =>
    startTransition(async () => {
      const done = await props.onConfirm();
      if (done !== false) setOpen(false);
    });
  return (
    <AlertDialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      {props.trigger && <AlertDialogTrigger asChild>{props.trigger}</AlertDialogTrigger>}
      <AlertDialogContent>
        <div className="grid gap-1">
          <AlertDialogTitle>{props.title}</AlertDialogTitle>
          <AlertDialogDescription>{props.description}</AlertDialogDescription>
        </div>
        {props.children}
        <AlertDialogFooter>
          <AlertDialogCancel disabled={pending}>{props.cancelLabel ?? 'Cancel'}</AlertDialogCancel>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            disabled={pending}
            aria-busy={pending}
            onClick={confirm}
          >
            {pending && <LoaderCircle aria-hidden className="animate-spin" />}
            {props.confirmLabel}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
