import { useT } from '../messages/use-t.ts';
import { seatsFor, type Place } from '../session/remembered-seats.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CodeForm, type SignInDeed } from './CodeForm.tsx';
import { SeatChoice } from './SeatChoice.tsx';
import { WalkInForm } from './WalkInForm.tsx';
import styles from './pages.module.css';

/** All the ways in, the usual one first. */
export const SignInPanel = ({ place, onSignIn }: { place: Place; onSignIn: SignInDeed }) => {
  const t = useT();
  const seats = seatsFor(place);
  return (
    <div className={styles['card']}>
      {seats.length > 0 && <SeatChoice seats={seats} />}
      <CodeForm onSignIn={onSignIn} />
      <div>
        <Disclosure title={t('shell.badge.title')}>
          <p>{t('shell.badge.body')}</p>
        </Disclosure>
        <Disclosure title={t('shell.walkIn.title')}>
          <p className={styles['soft']}>{t('shell.walkIn.body')}</p>
          <WalkInForm onSignIn={onSignIn} />
        </Disclosure>
      </div>
    </div>
  );
};
