import type { BallotResults } from '@rapport/domain/ballot-results';
import { directionOf, inLanguage, type LocalisedText } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { saveFile } from '../session/save-file.ts';
import { useBlocs } from '../ui/blocs-context.ts';
import { Menu } from '../ui/Menu.tsx';
import { notify } from '../ui/toast-store.ts';
import { blocNames, hiddenBlocs } from './bloc-words.ts';
import type { Palette } from './draw-picture.ts';
import { baseText } from './result-base.ts';
import { agreementNote, concordanceText, linesOf } from './result-lines.ts';
import { tablesOf } from './result-table.ts';
import { scatterOf } from './scatter.ts';

const TOKENS = {
  paper: '--paper-raised',
  sunk: '--paper-sunk',
  ink: '--ink',
  inkSoft: '--ink-soft',
  line: '--line-strong',
  accent: '--accent',
  accentSoft: '--accent-soft',
  onAccent: '--ink-on-accent',
  bloc1: '--bloc-1',
  bloc2: '--bloc-2',
  bloc3: '--bloc-3',
  bloc4: '--bloc-4',
  bloc5: '--bloc-5',
  bloc6: '--bloc-6',
} as const satisfies Record<keyof Palette, string>;

const readPalette = (): Palette => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Palette;
};

/** A result as a file of one's own: a picture for slides, or its figures for a spreadsheet. */
export const SaveResultMenu = ({
  results,
  number,
  marking,
  group,
}: {
  results: BallotResults;
  number: number;
  marking: LocalisedText;
  /** Number of the group, for the file's name. */
  group: number;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const words = { t, locale, blocs: useBlocs() };
  const name = `group-${group}-ballot-${number}`;
  const markingText = inLanguage(marking, locale);

  const saveData = async (): Promise<void> => {
    const { writeCsv } = await import('./write-csv.ts');
    const csv = writeCsv(tablesOf(words, results), {
      part: t('results.column.axis'),
      marking: { label: t('results.column.marking'), text: markingText },
    });
    saveFile({ blob: new Blob([csv], { type: 'text/csv;charset=utf-8' }), fileName: `${name}.csv` });
  };

  const savePicture = async (format: 'svg' | 'png'): Promise<void> => {
    const { drawPicture } = await import('./draw-picture.ts');
    const concordance = concordanceText(words, results);
    const silent = agreementNote(words, results);
    const { everywhere, somewhere } = hiddenBlocs(results);
    const scatter =
      results.kind === 'rating'
        ? {
            points: scatterOf(results).points,
            up: inLanguage(results.axes[0], locale),
            along: inLanguage(results.axes[1], locale),
            caption: t('results.scatter.caption'),
          }
        : null;
    const picture = drawPicture(
      {
        direction: directionOf(locale),
        title: t('results.title', { number }),
        base: baseText(t, results),
        marking: markingText,
        notes: [
          ...(concordance === null ? [] : [concordance]),
          ...(silent === null ? [] : [silent]),
          ...(everywhere.length === 0 ? [] : [`${t('results.hidden.title')} ${blocNames(words, everywhere)}.`]),
          ...(somewhere.length === 0 ? [] : [`${t('results.hidden.somewhere')} ${blocNames(words, somewhere)}.`]),
        ],
        scatter,
      },
      linesOf(words, results),
      readPalette(),
    );
    const blob =
      format === 'svg'
        ? new Blob([picture.svg], { type: 'image/svg+xml' })
        : await (await import('./rasterise.ts')).rasterise(picture);
    saveFile({ blob, fileName: `${name}.${format}` });
  };

  const save = async (format: string): Promise<void> => {
    try {
      if (format === 'csv') await saveData();
      else await savePicture(format === 'svg' ? 'svg' : 'png');
    } catch {
      notify({ tone: 'danger', text: t('results.save.failed') });
    }
  };

  return (
    <Menu
      label={t('results.save')}
      items={[
        { id: 'png', label: t('results.save.png'), hint: t('results.save.png.hint') },
        { id: 'svg', label: t('results.save.svg'), hint: t('results.save.svg.hint') },
        { id: 'csv', label: t('results.save.csv'), hint: t('results.save.csv.hint') },
      ]}
      onAction={(format) => void save(format)}
    />
  );
};
