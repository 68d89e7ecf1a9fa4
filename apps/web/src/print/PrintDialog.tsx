import { useState } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardContent, useCardIds } from '../board/use-board.ts';
import { useGroup } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { CutOuts } from './CutOuts.tsx';
import styles from './Print.module.css';
import { PrintedBoard } from './PrintedBoard.tsx';
import { readPrinted, type PaperSize } from './printed-board.ts';
import { printSheets } from './print-sheets.tsx';

type PrintKind = 'board' | 'cut-outs';

/** The board on paper, or its cards to be cut out; made in this page, so that it works without a network. */
export const PrintDialog = ({ session, onClose }: { session: BoardSession; onClose: () => void }) => {
  const t = useT();
  const content = useBoardContent(session);
  const state = useGroup((store) => store.state);
  const count = useCardIds(content).length;
  const [kind, setKind] = useState<PrintKind>('board');
  const [paper, setPaper] = useState<PaperSize>('a4');
  const print = (group: GroupState): void => {
    onClose();
    const clusters = readPrinted(content);
    void printSheets(
      kind === 'board' ? (
        <PrintedBoard state={group} content={content} clusters={clusters} paper={paper} />
      ) : (
        <CutOuts state={group} clusters={clusters} />
      ),
    );
  };
  return (
    <Dialog
      title={t('print.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={count === 0 || state === null}
            onPress={() => state !== null && print(state)}
          >
            {t('print.confirm')}
          </Button>
        </>
      }
    >
      <RadioGroup<PrintKind>
        label={t('print.what')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'board', label: t('print.board'), hint: t('print.board.hint') },
          { value: 'cut-outs', label: t('print.cutOuts'), hint: t('print.cutOuts.hint', { count }) },
        ]}
      />
      {kind === 'board' && (
        <RadioGroup<PaperSize>
          label={t('print.paper')}
          value={paper}
          onChange={setPaper}
          options={[
            { value: 'a4', label: t('print.paper.a4') },
            { value: 'a3', label: t('print.paper.a3') },
          ]}
        />
      )}
      <p className={styles['note']}>{t('print.authors')}</p>
    </Dialog>
  );
};
