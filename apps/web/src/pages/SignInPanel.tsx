import { useT } from '../messages/use-t.ts';
import { seatsFor } from '../session/remembered-seats.ts';
import { CodeForm, type SignInDeed } from './CodeForm.tsx';
import { SeatChoice } from './SeatChoice.tsx';
import { WalkInForm } from './WalkInForm.tsx';
import styles from './pages.module.css';

/** All the ways in, the usual one first. `groupId` when somebody wants to open a group. */
export const SignInPanel = ({ groupId = null, onSignIn }: { groupId?: string | null; onSignIn: SignInDeed }) => {
  const t = useT();
  const seats = seatsFor(groupId);
  return (
    <div className={styles['card']}>
      {seats.length > 0 && <SeatChoice seats={seats} />}
      <CodeForm onSignIn={onSignIn} />
      <div>
        <details className={styles['more']}>
          <summary>{t('shell.badge.title')}</summary>
          <div>
            <p>{t('shell.badge.body')}</p>
          </div>
        </details>
        <details className={styles['more']}>
          <summary>{t('shell.walkIn.title')}</summary>
          <div>
            <p className={styles['soft']}>{t('shell.walkIn.body')}</p>
            <WalkInForm onSignIn={onSignIn} />
          </div>
        </details>
      </div>
    </div>
  );
};
