import { useId } from 'react';
import type { RatingResults } from '@rapport/domain/ballot-results';
import { inLanguage } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { across, SCATTER, scatterOf, upwards } from './scatter.ts';
import styles from './Scatter.module.css';

/** As much of an axis's name as fits beside the square; its whole name is in the drawing's own name and in the lines. */
const fitted = (name: string): string => (name.length > 44 ? `${name.slice(0, 43).trimEnd()}…` : name);

/** Where the options stand on the two axes. The same figures are in the table. */
export const Scatter = ({ results }: { results: RatingResults }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const id = useId();
  const { points, left } = scatterOf(results);
  const [up, along] = results.axes.map((axis) => inLanguage(axis, locale));
  const { left: x, top: y, side, width, height } = SCATTER;
  return (
    <figure className={styles['figure']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={id}
        direction="ltr"
        className={styles['plot']}
      >
        <title id={id}>{t('results.scatter.name', { up: up ?? '', across: along ?? '' })}</title>
        <rect x={x} y={y} width={side} height={side} rx="8" className={styles['ground']} />
        <rect
          x={across(3)}
          y={y}
          width={x + side - across(3)}
          height={upwards(3) - y}
          rx="8"
          className={styles['best']}
        />
        <path d={`M${x} ${upwards(3)}h${side}M${across(3)} ${y}v${side}`} className={styles['middle']} />
        {[1, 2, 3, 4, 5].map((rating) => (
          <g key={rating}>
            <text x={across(rating)} y={y + side + 16} textAnchor="middle" className={styles['tick']}>
              {rating}
            </text>
            <text x={x - 8} y={upwards(rating) + 4} textAnchor="end" className={styles['tick']}>
              {rating}
            </text>
          </g>
        ))}
        <text x={x + side / 2} y={height - 4} textAnchor="middle" className={styles['axis']}>
          {fitted(along ?? '')} →
        </text>
        <text transform={`translate(14 ${y + side / 2}) rotate(-90)`} textAnchor="middle" className={styles['axis']}>
          {fitted(up ?? '')} →
        </text>
        {points.map(({ id: option, box }) => (
          <rect key={option} {...box} rx="6" className={styles['box']} />
        ))}
        {points.map((point) => (
          <g key={point.id}>
            <title>{`${point.mark}. ${point.title}`}</title>
            <circle cx={point.x} cy={point.y} r="10" className={styles['dot']} />
            <text x={point.x} y={point.y + 4} textAnchor="middle" className={styles['mark']}>
              {point.mark}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={styles['caption']}>
        {t('results.scatter.caption')}
        {left > 0 && ` ${t('results.scatter.left', { count: left })}`}
      </figcaption>
    </figure>
  );
};
