'use client';

import { useTheme } from 'next-themes';
import { Toaster as Sonner, type ToasterProps } from 'sonner';

/** The corner where toasts appear; Toaster loads it. */
export function ToasterPanel(props: ToasterProps) {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-2.5 rounded-md bg-surface px-3.5 py-3 font-sans text-foreground text-sm shadow-overlay',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-muted-foreground',
          icon: 'shrink-0 [&_svg]:size-4',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-danger',
          warning: '[&_[data-icon]]:text-warning',
          info: '[&_[data-icon]]:text-info',
          actionButton: 'focus-ring shrink-0 rounded-sm px-1 font-medium text-primary hover:underline',
        },
      }}
      {...props}
    />
  );
}
