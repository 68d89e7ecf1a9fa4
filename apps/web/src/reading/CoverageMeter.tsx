import { lazy, Suspense, useMemo, useState } from 'react';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardContent, useCardIds, useOpenBoard } from '../board/use-board.ts';
import { useDiscussion } from '../comments/discussion-store.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { measureCoverage } from './measure-coverage.ts';

const CoverageDialog = lazy(async () => ({ default: (await import('./CoverageDialog.tsx')).CoverageDialog }));

type Props = { onGoTo: (id: string) => void };

/** For whoever leads: how many cards the group has looked at; opens the list of those nobody has. */
export const CoverageMeter = (props: Props) => {
  const session = useOpenBoard((state) => state.session);
  return session !== null && <OpenMeter session={session} {...props} />;
};

const OpenMeter = ({ session, onGoTo }: Props & { session: BoardSession }) => {
  const t = useT();
  const cards = useCardIds(useBoardContent(session));
  const talk = useDiscussion((store) => store.talk);
  const measured = useMemo(() => measureCoverage(talk, cards), [talk, cards]);
  const [isOpen, setOpen] = useState(false);
  if (measured.cards === 0) return null;
  return (
    <>
      <Button variant="quiet" size="small" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t('coverage.opened', { opened: measured.opened, cards: measured.cards })}
      </Button>
      {isOpen && (
        <Suspense>
          <CoverageDialog session={session} onGoTo={onGoTo} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
