import classes from "./platform.module.css";

type Point = { date: string; count: number };

const height = 96;

/** Counts over time as bars, the last one with its figure; what it shows is in the table beneath it. */
export function Bars({ points, label }: { points: readonly Point[]; label: string }) {
  const most = Math.max(1, ...points.map(({ count }) => count));
  const step = 100 / points.length;
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line
        x1="0"
        x2="100"
        y1={height}
        y2={height}
        className={classes.axis}
        vectorEffect="non-scaling-stroke"
      />
      {points.map(({ date, count }, index) => {
        const size = (count / most) * (height - 8);
        return (
          <rect
            key={date}
            x={index * step + step * 0.12}
            y={height - size}
            width={step * 0.76}
            height={size}
            rx="0.6"
          >
            <title>{`${date}: ${count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
