import { useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import { live } from '../connection/live.ts';
import { translateNow, useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { failureText } from '../ui/failure-text.ts';
import { notify } from '../ui/toast-store.ts';

/** After a reveal (P5): a later card is never sent by itself, and its author is told what the moment may say. */
export const LaterDrafts = ({ groupId, count }: { groupId: GroupId; count: number }) => {
  const t = useT();
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(0);
  const send = async (): Promise<void> => {
    setSending(true);
    const outcome = await live.command('drafts.submit', { groupId });
    setSending(false);
    if (!outcome.ok) {
      notify({ text: failureText(translateNow, outcome.failure), tone: 'danger' });
      return;
    }
    setSent(count);
    notify({ text: t(outcome.value.waiting ? 'drafts.later.waiting' : 'drafts.later.appeared'), tone: 'ok' });
  };
  return (
    <Callout
      title={t('drafts.later.title')}
      {...(count > sent && {
        action: (
          <Button size="small" isPending={sending} onPress={() => void send()}>
            {t('drafts.later.send', { count: count - sent })}
          </Button>
        ),
      })}
    >
      <p>{t('drafts.later.text')}</p>
    </Callout>
  );
};
