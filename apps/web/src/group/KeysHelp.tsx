import { useEffect } from 'react';
import { latinKey } from '../board/latin-key.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { goToRegion } from './go-to-region.ts';
import styles from './KeysHelp.module.css';

/** Keys as they stand on the keyboard, in the order of the help. */
const KEYS = [
  ['arrows', ['←', '→', '↑', '↓']],
  ['edit', ['Enter', 'Esc']],
  ['select', ['Space']],
  ['move', ['M']],
  ['add', ['N']],
  ['group', ['G']],
  ['cluster', ['C']],
  ['assign', ['T']],
  ['menu', ['Shift F10']],
  ['fold', ['Space']],
  ['tags', ['L']],
  ['also', ['A']],
  ['option', ['O']],
  ['copy', ['Ctrl C', 'Ctrl V']],
  ['bin', ['Del']],
  ['undo', ['Ctrl Z', 'Shift Ctrl Z']],
  ['zoom', ['+', '−', '0', '1']],
  ['find', ['/']],
  ['filter', ['F']],
  ['regions', ['F6', 'Shift F6']],
  ['help', ['?']],
] as const;

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** All keys of the board. Opens with ? anywhere but in a text field; F6 goes on to the next part of the page. */
export const KeysHelp = ({ isOpen, onOpen, onClose }: { isOpen: boolean; onOpen: () => void; onClose: () => void }) => {
  const t = useT();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (goToRegion(event.shiftKey ? -1 : 1)) event.preventDefault();
        return;
      }
      if (latinKey(event) !== '?' || event.defaultPrevented || event.isComposing || typesText(event.target)) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onOpen]);
  return (
    <Dialog title={t('group.keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([name, keys]) => (
          <div key={name} className={styles['row']}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`group.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
