import { useT } from '../messages/use-t.ts';
import { useAppShell } from './app-shell.ts';

/** Says in the settings what a browser withholds over plain http; nothing where it does not. */
export const InsecureNote = () => {
  const t = useT();
  const isInsecure = useAppShell((state) => state.shell === 'insecure');
  return isInsecure && <p>{t('offline.insecure')}</p>;
};
