import { useStore } from 'zustand';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './DocumentNotices.module.css';
import type { LiveDocument } from './live-document.ts';
import type { RescuedText } from './touched-cards.ts';

/** Refusals the catalogue has words for; the server's own text stands for all others. */
const KNOWN = [
  'read-only',
  'role-refused',
  'board-locked',
  'clusters-locked',
  'group-closed',
  'storage-damaged',
  'foreign-client-id',
  'too-fast',
] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (code: string): code is Known => (KNOWN as readonly string[]).includes(code);

/** Says when the document has ended for us, and when the server did not take what was written: with the text to copy. */
export const DocumentNotices = ({ live }: { live: LiveDocument }) => {
  const t = useT();
  const connection = useStore(live.store, (state) => state.connection);
  const refusal = useStore(live.store, (state) => state.refusal);
  const rescued = useStore(live.store, (state) => state.rescued);
  const copy = async (text: RescuedText): Promise<void> => {
    try {
      await navigator.clipboard.writeText([text.title, text.body].filter((part) => part !== '').join('\n\n'));
      notify({ tone: 'ok', text: t('document.rescued.copied') });
    } catch {
      // No clipboard on plain http: the text stands there to be selected by hand.
      notify({ tone: 'warn', text: t('document.rescued.byHand') });
    }
  };
  return (
    <>
      {connection.kind === 'ended' && (
        <Callout
          tone="danger"
          live
          title={t(`document.ended.${connection.why}`)}
          {...(connection.why !== 'signed-out' && {
            action: (
              <Button size="small" onPress={() => live.retry()}>
                {t('common.retry')}
              </Button>
            ),
          })}
        />
      )}
      {refusal !== null && (
        <Callout
          tone="warn"
          live
          title={t('document.refused.title')}
          action={
            <Button size="small" onPress={() => live.dismissRefusal()}>
              {t('document.refused.dismiss')}
            </Button>
          }
        >
          <p>{isKnown(refusal.code) ? t(`document.refused.${refusal.code}`) : refusal.text}</p>
          {rescued.length > 0 && <p>{t('document.rescued.kept', { count: rescued.length })}</p>}
          {rescued.map((text, index) => (
            <blockquote key={index} className={styles['text']} dir="auto">
              <strong>{text.title}</strong>
              {text.body !== '' && <span>{text.body}</span>}
              <Button size="small" variant="quiet" onPress={() => void copy(text)}>
                {t('document.rescued.copy')}
              </Button>
            </blockquote>
          ))}
        </Callout>
      )}
    </>
  );
};
