import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { tellRefusal, type SendCommand } from './send-command.ts';

/** Open calls for an organiser, for those who lead: what is needed, and that it is settled. */
export const HelpCalls = ({ state, send }: { state: Pick<GroupState, 'id' | 'help'>; send: SendCommand }) => {
  const t = useT();
  const texts = state.help.map(({ text }) => text).filter((text) => text !== '');
  return (
    <Callout
      tone="warn"
      live
      title={t('help.open', { count: state.help.length })}
      action={
        <Button size="small" onPress={() => void tellRefusal(send('help.answer', { groupId: state.id }))}>
          {t('help.settled')}
        </Button>
      }
    >
      {texts.length > 0 && (
        <ul>
          {texts.map((text, index) => (
            <li key={index} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
};
