import type { ReactNode } from 'react';
import { useT } from '../messages/use-t.ts';
import { BallotIcon } from '../ui/icons/BallotIcon.tsx';
import { BoardIcon } from '../ui/icons/BoardIcon.tsx';
import { ChartIcon } from '../ui/icons/ChartIcon.tsx';
import { CommentIcon } from '../ui/icons/CommentIcon.tsx';
import { OptionsIcon } from '../ui/icons/OptionsIcon.tsx';
import { OutlineIcon } from '../ui/icons/OutlineIcon.tsx';
import { PencilIcon } from '../ui/icons/PencilIcon.tsx';
import { ReportIcon } from '../ui/icons/ReportIcon.tsx';
import type { PanelId } from './panels.ts';
import styles from './ViewTabs.module.css';

const ICONS: Record<PanelId, () => ReactNode> = {
  drafts: PencilIcon,
  outline: OutlineIcon,
  board: BoardIcon,
  options: OptionsIcon,
  comments: CommentIcon,
  ballot: BallotIcon,
  results: ChartIcon,
  report: ReportIcon,
};

/** On a phone one view fills the screen; this bar, in reach of the thumb, says which. */
export const ViewTabs = ({
  panels,
  panel,
  onChoose,
}: {
  panels: readonly PanelId[];
  panel: PanelId;
  onChoose: (panel: PanelId) => void;
}) => {
  const t = useT();
  return (
    <nav data-region="" className={styles['bar']} aria-label={t('group.panel.label')}>
      {panels.map((id) => {
        const Icon = ICONS[id];
        return (
          <button
            key={id}
            type="button"
            className={styles['view']}
            aria-current={id === panel ? 'page' : undefined}
            onClick={() => onChoose(id)}
          >
            <Icon />
            <span>{t(`group.panel.${id}`)}</span>
          </button>
        );
      })}
    </nav>
  );
};
