interface SparklineProps {
  /** One number per step, oldest first. */
  values: readonly number[]
  /** In words, what the line shows. */
  label: string
  width?: number
  height?: number
}

/** A line without axes: the shape of the last weeks. Its words carry the numbers. */
export function Sparkline({ values, label, width = 72, height = 18 }: SparklineProps) {
  const highest = Math.max(0, ...values)
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const points = values.map(
    (value, index) =>
      `${(index * step).toFixed(1)} ${(height - 1.5 - (highest === 0 ? 0 : value / highest) * (height - 3)).toFixed(1)}`,
  )
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="shrink-0"
    >
      {points.length > 1 && highest > 0 && (
        <path
          d={`M${points.join('L')}`}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}
