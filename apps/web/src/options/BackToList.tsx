import type { Ref } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronIcon } from '../ui/icons/ChevronIcon.tsx';
import styles from './Options.module.css';

/** From one option, or from what is read back, to the list of all. */
export const BackToList = ({ onPress, buttonRef }: { onPress: () => void; buttonRef?: Ref<HTMLButtonElement> }) => {
  const t = useT();
  return (
    <div className={styles['back']}>
      <Button {...(buttonRef !== undefined && { ref: buttonRef })} size="small" variant="quiet" onPress={onPress}>
        <ChevronIcon />
        {t('options.all')}
      </Button>
    </div>
  );
};
