import { useEffect, useRef, useState } from 'react';
import type { Announcement } from '@rapport/protocol/announcement';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT, type Translate } from '../messages/use-t.ts';
import { seatKey } from '../session/seat-storage.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { NoticeBar } from './NoticeBar.tsx';

const titleOf = (t: Translate, one: Announcement): string =>
  t(one.kind === 'text' ? `notice.from.${one.from}` : `notice.attribution.${one.tells}`);

/** What was put aside here, as far as the state still holds it. */
const readAside = (name: string): string[] => {
  const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
};

/** What leaders and organisers have said to the group; stands there calmly until it is put aside on this device. */
export const GroupNotices = ({
  state,
  seatId,
}: {
  state: Pick<GroupState, 'id' | 'announcements'>;
  seatId: string;
}) => {
  const t = useT();
  const name = seatKey(seatId, `notices.${state.id}`);
  const [aside, setAside] = useState(() => readAside(name));
  const shown = state.announcements.filter(({ id }) => !aside.includes(id));
  // What stood there when the page opened is read with the page; only what comes later is said.
  const said = useRef(new Set(state.announcements.map(({ id }) => id)));
  useEffect(() => {
    for (const one of state.announcements) {
      if (said.current.has(one.id)) continue;
      said.current.add(one.id);
      announce(one.kind === 'text' ? `${titleOf(t, one)} ${one.text}` : titleOf(t, one));
    }
  }, [state.announcements, t]);

  const putAside = (id: string): void => {
    const next = [...aside, id].filter((one) => state.announcements.some((other) => other.id === one));
    localStorage.setItem(name, JSON.stringify(next));
    setAside(next);
  };
  return shown.map((one) => (
    <NoticeBar
      key={one.id}
      tone={one.kind === 'attribution' && one.tells === 'more' ? 'warn' : 'info'}
      title={titleOf(t, one)}
      actions={
        <Button size="small" onPress={() => putAside(one.id)}>
          {t('notice.aside')}
        </Button>
      }
    >
      {one.kind === 'text' ? (
        <bdi>{one.text}</bdi>
      ) : (
        <span>
          {t(`shell.attribution.${one.attribution}`)} {t(`notice.attribution.${one.tells}.scope`)}
        </span>
      )}
    </NoticeBar>
  ));
};
