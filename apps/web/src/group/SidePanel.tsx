import { useState, type ReactNode } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ExpandIcon } from '../ui/icons/ExpandIcon.tsx';
import { PanelIcon } from '../ui/icons/PanelIcon.tsx';
import { ShrinkIcon } from '../ui/icons/ShrinkIcon.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { PanelId } from './panels.ts';
import styles from './SidePanel.module.css';

export type PanelSize = 'side' | 'full' | 'rail';

/** What stands beside the board: it can take the whole width, for reading and for the projector, or step aside. */
export const SidePanel = ({
  renderHead,
  panels,
  texts,
  panel,
  waiting,
  size,
  onSize,
  onChoose,
  render,
}: {
  /** What to do now, with the buttons that size the panel. */
  renderHead: (tools: ReactNode) => ReactNode;
  panels: readonly PanelId[];
  /** Panels in which there is nothing to press now. */
  texts: readonly PanelId[];
  panel: PanelId;
  /** A panel that would have opened, had somebody not been writing. */
  waiting: PanelId | null;
  size: PanelSize;
  onSize: (size: PanelSize) => void;
  onChoose: (panel: PanelId) => void;
  render: (panel: PanelId) => ReactNode;
}) => {
  const t = useT();
  if (size === 'rail') {
    return (
      <section data-region="" className={styles['rail']} aria-label={t('group.panel.label')}>
        <IconButton label={t('group.panel.open')} icon={<PanelIcon />} onPress={() => onSize('side')} />
      </section>
    );
  }
  return (
    <section data-region="" className={styles['panel']} aria-label={t('group.panel.label')}>
      {renderHead(
        <>
          <IconButton
            label={t(size === 'full' ? 'group.panel.shrink' : 'group.panel.expand')}
            icon={size === 'full' ? <ShrinkIcon /> : <ExpandIcon />}
            onPress={() => onSize(size === 'full' ? 'side' : 'full')}
          />
          {size === 'side' && (
            <IconButton label={t('group.panel.close')} icon={<PanelIcon />} onPress={() => onSize('rail')} />
          )}
        </>,
      )}
      {waiting !== null && <Waiting panel={waiting} onChoose={onChoose} />}
      <div className={styles['tabs']}>
        <Tabs
          label={t('group.panel.label')}
          fill
          selected={panel}
          onSelect={onChoose}
          items={panels.map((id) => ({
            id,
            label: t(`group.panel.${id}`),
            isText: texts.includes(id),
            content: id === panel && render(id),
          }))}
        />
      </div>
    </section>
  );
};

/** Offers the panel that fits what has just begun, without taking the field away in which somebody writes. */
export const Waiting = ({ panel, onChoose }: { panel: PanelId; onChoose: (panel: PanelId) => void }) => {
  const t = useT();
  return (
    <div className={styles['waiting']} role="status">
      <Button size="small" onPress={() => onChoose(panel)}>
        {t('group.panel.goTo', { panel: t(`group.panel.${panel}`) })}
      </Button>
    </div>
  );
};

/** The size of the panel. It comes back beside the board when something new begins. */
export const usePanelSize = (reason: string): [PanelSize, (size: PanelSize) => void] => {
  const [chosen, setChosen] = useState<{ size: PanelSize; reason: string }>({ size: 'side', reason });
  return [chosen.reason === reason ? chosen.size : 'side', (size) => setChosen({ size, reason })];
};
