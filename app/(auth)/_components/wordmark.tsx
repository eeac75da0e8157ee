/** The mark and the name. */
export function Wordmark() {
  return (
    <p className="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" className="size-7">
        <rect width="32" height="32" rx="7" className="fill-[#006466]" />
        <path d="M10 8v14h12" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
        <path d="M16 16h6M16 10.5h6" stroke="#8fdcd6" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      Ledgerline
    </p>
  );
}
