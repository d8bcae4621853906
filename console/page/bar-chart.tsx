import { useEffect, useRef, useState } from 'react';
import type { Bar } from './chart-data';
import { fitText } from './fit-text';
import { linearScale } from './scale';

const ROW = 26;
const AXIS = 24;
const LABEL_SHARE = 0.38;
const LARGEST_LABEL = 260;
const ROOM_FOR_VALUES = 84;
const FONT_SIZE = 12.5;

/** Horizontal bars from zero, in the given order, each with its number. */
export function BarChart({ bars, unit, title }: { bars: readonly Bar[]; unit: string; title: string }) {
  const [frame, width] = useWidth();
  const labelWidth = Math.min(LARGEST_LABEL, width * LABEL_SHARE);
  const plotWidth = Math.max(60, width - labelWidth - ROOM_FOR_VALUES);
  const scale = linearScale(
    bars.map((bar) => bar.value),
    Math.max(2, Math.floor(plotWidth / 90)),
  );
  const x = (value: number) => labelWidth + scale.position(value) * plotWidth;
  const height = AXIS + bars.length * ROW;

  return (
    <div className="plan-bars" ref={frame} tabIndex={0} role="region" aria-label="图 Chart">
      <svg width={width} height={height} role="img" aria-label={`${title}，${bars.length} 项`}>
        {scale.ticks.map((tick) => (
          <g key={tick} className="plan-tick">
            <line x1={x(tick)} x2={x(tick)} y1={AXIS - 4} y2={height} className={tick === 0 ? 'zero' : ''} />
            <text x={x(tick)} y={AXIS - 9} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <g key={index} transform={`translate(0 ${AXIS + index * ROW})`}>
            <title>{`${bar.label}：${formatNumber(bar.value)}${unit}`}</title>
            <text x={labelWidth - 8} y={17} textAnchor="end">
              {fitText(bar.label, (labelWidth - 12) / FONT_SIZE)}
            </text>
            <rect
              x={Math.min(x(0), x(bar.value))}
              y={4}
              width={Math.max(1, Math.abs(x(bar.value) - x(0)))}
              height={ROW - 9}
              rx={2}
            />
            <text x={Math.max(x(0), x(bar.value)) + 6} y={17} className="value">
              {formatNumber(bar.value)}
              {unit}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}

function formatNumber(value: number): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
}
