import type { Lead } from './result-lines.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { useBlocs } from '../ui/blocs-context.ts';
import { blocTone } from './bloc-words.ts';
import styles from './LeadStrip.module.css';

/** Which side leads and how far: a bar from the middle towards it; the sentence says the same. */
export const LeadStrip = ({ lead: { sides, points, text } }: { lead: Lead }) => {
  const blocs = useBlocs();
  const length = `${Math.min(100, Math.abs(points)) / 2}%`;
  return (
    <div className={styles['lead']}>
      <BlocTag bloc={sides[0]} />
      <span className={styles['track']} aria-hidden="true">
        <i
          className={styles[blocTone(blocs, points > 0 ? sides[0] : sides[1])]}
          style={{ inlineSize: length, ...(points > 0 ? { insetInlineEnd: '50%' } : { insetInlineStart: '50%' }) }}
        />
      </span>
      <BlocTag bloc={sides[1]} />
      <p className={styles['text']}>{text}</p>
    </div>
  );
};
