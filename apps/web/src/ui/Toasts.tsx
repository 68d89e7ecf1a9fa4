import { useEffect, useLayoutEffect, useRef } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons/CloseIcon.tsx';
import { dismissToast, useToasts, type Toast } from './toast-store.ts';
import styles from './Toasts.module.css';

const SHOWN_MS = 6000;
/** Long enough to reach a button by keyboard. */
const WITH_ACTION_MS = 12_000;

const ToastLine = ({ toast }: { toast: Toast }) => {
  const t = useT();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (toast.tone === 'danger') return;
    const shown = toast.action === undefined ? SHOWN_MS : WITH_ACTION_MS;
    // Nobody's notice goes away under their hand.
    const leave = (): void => {
      if (line.current?.matches(':hover, :focus-within') === true) timer = setTimeout(leave, SHOWN_MS);
      else dismissToast(toast.id);
    };
    let timer = setTimeout(leave, shown);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <li ref={line} className={`${styles['toast']} ${styles[toast.tone ?? 'info']}`}>
      <span className={styles['text']}>{toast.text}</span>
      {toast.action !== undefined && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            toast.action?.onAction();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t('common.close')} icon={<CloseIcon />} onPress={() => dismissToast(toast.id)} />
    </li>
  );
};

/** How high what is marked as standing at the foot of the screen reaches, px. */
const footHeight = (): number =>
  Math.max(
    0,
    ...[...document.querySelectorAll('[data-foot]')].map((element) => {
      const { top, width } = element.getBoundingClientRect();
      return width === 0 ? 0 : window.innerHeight - top;
    }),
  );

/** The notices at the foot of the screen, above the tools that stand there; mounted once. */
export const Toasts = () => {
  const t = useT();
  const toasts = useToasts((store) => store.toasts);
  const region = useRef<HTMLElement>(null);
  useLayoutEffect(() => region.current?.style.setProperty('--foot', `${footHeight()}px`));
  return (
    <section ref={region} aria-label={t('common.notices')} className={styles['region']}>
      <ul className={styles['list']}>
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
};
