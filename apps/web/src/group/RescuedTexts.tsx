import { dismissRescued, type RescuedText } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './RescuedTexts.module.css';

/** What somebody wrote and the server set back, because the text is being voted on: to copy out, then to let go. */
export const RescuedTexts = ({ texts }: { texts: readonly RescuedText[] }) => {
  const t = useT();
  const copy = async (text: RescuedText): Promise<void> => {
    try {
      await navigator.clipboard.writeText([text.title, text.body].filter((part) => part !== '').join('\n\n'));
      notify({ tone: 'ok', text: t('group.rescued.copied') });
    } catch {
      // No clipboard on plain http: the text stands there to be selected by hand.
      notify({ tone: 'warn', text: t('group.rescued.byHand') });
    }
  };
  return texts.map((text, index) => (
    <Callout
      key={index}
      tone="warn"
      live
      title={t('group.rescued.title')}
      action={
        <div className={styles['actions']}>
          <Button size="small" onPress={() => void copy(text)}>
            {t('group.rescued.copy')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => dismissRescued(text)}>
            {t('group.rescued.dismiss')}
          </Button>
        </div>
      }
    >
      <p>{t('group.rescued.why')}</p>
      <blockquote className={styles['text']} dir="auto">
        <strong>{text.title}</strong>
        {text.body !== '' && <span>{text.body}</span>}
      </blockquote>
    </Callout>
  ));
};
