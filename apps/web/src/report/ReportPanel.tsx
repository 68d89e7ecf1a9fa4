import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { api } from '../session/http.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { NamesNote } from './NamesNote.tsx';
import styles from './Report.module.css';

/** The report beside the board: where it is written, and the way to take it out. */
export const ReportPanel = ({ state }: { state: GroupState }) => {
  const t = useT();
  const mayExport = deny('report.export', state.me.role, state) === null;
  const title = !mayExport || state.status === 'closed' ? 'report.look' : 'report.write';
  return (
    <>
      <section className={styles['panel']} aria-labelledby="report-write">
        <h2 id="report-write">{t(title)}</h2>
        <p className={styles['soft']}>{t(mayExport ? 'report.write.hint' : 'report.reading')}</p>
        <div>
          <LinkButton href={paths.report(state.id)} variant="primary">
            {t('report.write.go')}
          </LinkButton>
        </div>
      </section>
      {mayExport && (
        <ExportMenu state={state} fetchFile={(path) => api.file(path)}>
          <NamesNote groupId={state.id} calls={api} />
        </ExportMenu>
      )}
    </>
  );
};
