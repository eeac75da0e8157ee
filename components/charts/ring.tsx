/** One part of a ring. */
export interface RingPart {
  key: string;
  value: number;
  /** A CSS colour. */
  color: string;
}

const size = 144;
const thickness = 20;
/** Between two parts, in per cent of the ring. */
const gap = 0.5;

/** The parts of a whole as arcs, clockwise from the top. */
export function Ring({ parts }: { parts: RingPart[] }) {
  const shown = parts.filter(({ value }) => value > 0);
  const total = shown.reduce((sum, { value }) => sum + value, 0);
  return (
    <svg aria-hidden viewBox={`0 0 ${size} ${size}`} className="size-full -rotate-90">
      {arcs(shown, total).map(({ key, color, start, length }) => (
        <circle
          key={key}
          cx={size / 2}
          cy={size / 2}
          r={(size - thickness) / 2}
          fill="none"
          stroke={color}
          strokeWidth={thickness}
          pathLength={100}
          strokeDasharray={`${length.toFixed(3)} ${(100 - length).toFixed(3)}`}
          strokeDashoffset={(-start).toFixed(3)}
        />
      ))}
    </svg>
  );
}

/** Where each part begins and how long it is, in per cent of the ring; the smallest still shows. */
function arcs(parts: RingPart[], total: number) {
  const space = parts.length > 1 ? gap : 0;
  let start = 0;
  return parts.map((part) => {
    const share = (part.value / total) * 100;
    const arc = { ...part, start, length: Math.max(share - space, share / 2) };
    start += share;
    return arc;
  });
}
