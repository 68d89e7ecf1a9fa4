import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { tellRefusal, type SendCommand } from './send-command.ts';

/** Open calls for an organiser, for those who lead: what is needed, and that it is settled. */
export const HelpCalls = ({ state, send }: { state: Pick<GroupState, 'id' | 'help'>; send: SendCommand }) => {
  const t = useT();
  const texts = state.help.map(({ text }) => text).filter((text) => text !== '');
  return (
    <NoticeBar
      tone="warn"
      live
      title={t('help.open', { count: state.help.length })}
      actions={
        <Button size="small" onPress={() => void tellRefusal(send('help.answer', { groupId: state.id }))}>
          {t('help.settled')}
        </Button>
      }
    >
      <bdi>{texts.join(' · ')}</bdi>
    </NoticeBar>
  );
};
