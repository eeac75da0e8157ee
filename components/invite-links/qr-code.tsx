'use client';

import { Download } from 'lucide-react';
import encodeQR from 'qr';
import { buttonVariants } from '@/components/ui/button.tsx';

/** A link as a picture that a phone's camera reads, to show and to keep. Black on white in both themes. */
export function QrCode({ value, name }: { value: string; name: string }) {
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: 2 });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <svg
        role="img"
        aria-label={`QR code of the link for ${name}`}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-40 rounded-md border bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <div className="grid min-w-0 flex-1 justify-items-start gap-2">
        <p className="text-muted-foreground">Your customer can open the link with the camera of their phone.</p>
        <a
          className={buttonVariants({ size: 'sm' })}
          href={`data:image/svg+xml,${encodeURIComponent(file)}`}
          download={`${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.svg`}
        >
          <Download aria-hidden />
          Save as picture
        </a>
      </div>
    </div>
  );
}
