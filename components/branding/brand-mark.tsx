import { Monogram } from '@/components/ui/monogram.tsx';

/** A logo by its address, with its size in pixels. */
export interface BrandLogo {
  url: string;
  width: number;
  height: number;
}

/**
 * An organisation's logo, or its first letter. For the eye only: the name stands beside it. A logo stands on white in
 * both themes, which most are drawn for.
 */
export function BrandMark({ name, logo }: { name: string; logo: BrandLogo | null }) {
  if (!logo) return <Monogram name={name} size="lg" letters={1} />;
  return (
    <span className="inline-flex h-10 shrink-0 items-center rounded-md border bg-white p-1">
      {/* biome-ignore lint/performance/noImgElement: a small picture of ours, served as it was uploaded and kept by browsers */}
      <img
        src={logo.url}
        alt=""
        width={logo.width}
        height={logo.height}
        className="max-h-full w-auto max-w-20 sm:max-w-28 object-contain"
      />
    </span>
  );
}
