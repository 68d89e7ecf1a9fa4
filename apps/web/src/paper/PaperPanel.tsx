import type { Symposium } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { PaperDownload } from './PaperDownload.tsx';
import { SealContents } from './SealContents.tsx';
import { SealSection } from './SealSection.tsx';
import { VerifyFile } from './VerifyFile.tsx';
import styles from './Paper.module.css';

/** What a symposium leaves: its options paper, and the seal that ends it. */
export const PaperPanel = ({ symposium, onChanged }: { symposium: Symposium; onChanged: () => void }) => {
  const t = useT();
  return (
    <div className={styles['panel']}>
      <section className={styles['card']} aria-labelledby="paper-title">
        <h2 id="paper-title">{t('paper.title')}</h2>
        <p>{t('paper.body')}</p>
        {symposium.chathamHouse && <p className={styles['soft']}>{t('paper.rule')}</p>}
        <PaperDownload symposiumId={symposium.id} />
      </section>
      <section className={styles['card']} aria-labelledby="seal-title">
        <h2 id="seal-title">{t('paper.seal')}</h2>
        <SealSection symposium={symposium} onChanged={onChanged}>
          <h3>{t('paper.sealed.contents')}</h3>
          <SealContents symposiumId={symposium.id} />
          <h3>{t('paper.verify')}</h3>
          <VerifyFile symposiumId={symposium.id} />
        </SealSection>
      </section>
    </div>
  );
};
